import type { ClaimId, EntityId, LinkId, SourceId } from "../base/ids.ts";
import type { Outcome, Problem } from "../base/problem.ts";
import { ProblemTally } from "../base/problem-tally.ts";
import { type Change, undoneReason } from "../claims/change.ts";
import type { Claim } from "../claims/claim.ts";
import type { Entity } from "../claims/entity.ts";
import type { Judgement } from "../claims/judgement.ts";
import { linkOfClaim } from "../claims/link.ts";
import { mergeEntity } from "../claims/merge-entity.ts";
import type { Ontology } from "../claims/ontology.ts";
import { saysTheSame } from "../claims/says-the-same.ts";
import type { Source } from "../claims/source.ts";
import type { ReadRecord } from "../formats/format.ts";
import type { CaseStore } from "../store/case-store.ts";
import { firstThatFits } from "../store/claim-again.ts";
import { danglingMessage, type IdsInFile, placeholder } from "../store/dangling-end.ts";
import { mergesOf } from "./merges-of.ts";
import type { ImportReport } from "./views.ts";

/** Records of one file, as its reader gave them. */
export interface FileRecords {
  readonly file: string;
  readonly records: readonly ReadRecord[];
  /** The file itself as a source, for claims of formats that know none. */
  readonly source: Source;
  readonly strict: boolean;
  readonly ids: IdsInFile;
}

type RecordOf<Kind extends ReadRecord["kind"]> = Extract<ReadRecord, { kind: Kind }>;

/**
 * What an import changes, as one list for one transaction, and its report. Ids as written merge; names
 * never do. A claim, source or judgement whose id is there already is matched, not added again; other
 * words under a known id are a problem and stay out. An end that no file declares becomes a placeholder
 * (dropped when strict).
 */
export class ImportPlan {
  readonly #store: CaseStore;
  readonly #problems = new ProblemTally();
  readonly #ontologyChanges: Change[] = [];
  readonly #sources = new Map<SourceId, { source: Source; isNew: boolean }>();
  readonly #entities = new Map<EntityId, { before: Entity | null; after: Entity }>();
  readonly #claims = new Map<ClaimId, { claim: Claim; isNew: boolean }>();
  /** Claims among them that the store holds as undone. */
  readonly #restored = new Set<ClaimId>();
  readonly #otherChanges: Change[] = [];
  readonly #judgements = new Set<Judgement["id"]>();
  #ontology: Ontology;

  constructor(store: CaseStore) {
    this.#store = store;
    this.#ontology = store.ontology();
  }

  /** Takes the records of a file: first what claims name, then the claims, then what names claims. */
  add(file: FileRecords): void {
    const of = <Kind extends ReadRecord["kind"]>(kind: Kind): RecordOf<Kind>[] =>
      file.records.filter((record): record is RecordOf<Kind> => record.kind === kind);
    for (const { problem, outcome } of of("problem")) this.#problem(problem, outcome);
    this.#addOntology(file.records);
    for (const { source } of of("source")) this.#addSource(source, file);
    for (const { entity } of of("entity")) this.#addEntity(entity);
    for (const { claim } of of("claim")) this.#addClaim(claim, file);
    const isKept = file.source.ids !== undefined && of("entity").length > 0;
    if (isKept && !this.#sources.has(file.source.id)) this.#addSource(file.source, file);
    for (const { claim, reason } of of("withdrawn")) this.#withdraw(claim, reason, file);
    for (const { judgement } of of("judgement")) this.#addJudgement(judgement, file);
    for (const { chart } of of("chart")) {
      if (this.#store.chart(chart.id) === undefined) this.#otherChanges.push({ kind: "put-chart", before: null, after: chart });
    }
    for (const { question } of of("question")) {
      const isNew = this.#store.savedQuestion(question.id) === undefined;
      if (isNew) this.#otherChanges.push({ kind: "put-question", before: null, after: question });
    }
  }

  changes(): Change[] {
    const sources = [...this.#sources.values()].filter(({ isNew }) => isNew);
    const entities = [...this.#entities.values()].filter(({ before, after }) => before !== after);
    const claims = [...this.#claims.values()].filter(({ isNew }) => isNew);
    return [
      ...this.#ontologyChanges,
      ...sources.map(({ source }): Change => ({ kind: "put-source", before: null, after: source })),
      ...entities.map(({ before, after }): Change => ({ kind: "put-entity", before, after })),
      ...claims.map(
        ({ claim }): Change =>
          this.#restored.has(claim.id)
            ? { kind: "restore-claim", claim: claim.id, reason: undoneReason }
            : { kind: "record-claim", claim },
      ),
      ...this.#otherChanges,
    ];
  }

  report(): ImportReport {
    const tally = (news: Iterable<boolean>) => {
      const all = [...news];
      const added = all.filter((isNew) => isNew).length;
      return { added, matched: all.length - added };
    };
    return {
      entities: tally([...this.#entities.values()].map(({ before }) => before === null)),
      links: tally(this.#linkNews()),
      claims: tally([...this.#claims.values()].map(({ isNew }) => isNew)),
      sources: tally([...this.#sources.values()].map(({ isNew }) => isNew)),
      ...this.#problems.told(),
    };
  }

  #linkNews(): Iterable<boolean> {
    const merged = mergesOf(this.#store);
    const links = new Map<LinkId, boolean>();
    for (const { claim } of this.#claims.values()) {
      if (claim.kind !== "link") continue;
      const { id } = linkOfClaim(claim, this.#ontology, merged);
      if (!links.has(id)) links.set(id, this.#store.link(id) === undefined);
    }
    return links.values();
  }

  #addOntology(records: readonly ReadRecord[]): void {
    const { types, relations, properties } = this.#ontology;
    const next = { types: new Map(types), relations: new Map(relations), properties: new Map(properties) };
    for (const record of records) {
      if (record.kind === "type" && !next.types.has(record.type.id)) {
        next.types.set(record.type.id, record.type);
        this.#ontologyChanges.push({ kind: "put-type", before: null, after: record.type });
      } else if (record.kind === "relation" && !next.relations.has(record.relation.id)) {
        next.relations.set(record.relation.id, record.relation);
        this.#ontologyChanges.push({ kind: "put-relation", before: null, after: record.relation });
      } else if (record.kind === "property" && !next.properties.has(record.property.id)) {
        next.properties.set(record.property.id, record.property);
        this.#ontologyChanges.push({ kind: "put-property", before: null, after: record.property });
      }
    }
    this.#ontology = next;
  }

  #addSource(source: Source, { file }: Pick<FileRecords, "file">): void {
    const known = this.#sources.get(source.id)?.source ?? this.#store.source(source.id);
    if (known === undefined) {
      this.#sources.set(source.id, { source, isNew: true });
      return;
    }
    if (!this.#sources.has(source.id)) this.#sources.set(source.id, { source: known, isNew: false });
    if (known.text === source.text) return;
    this.#problem(
      {
        file,
        where: `source ${source.id}`,
        kind: "repeated-id",
        message: "wanted the text that the source has, got another; the one in the case stays",
      },
      "kept",
    );
  }

  #addEntity(entity: Entity): void {
    const planned = this.#entities.get(entity.id);
    const before = planned === undefined ? (this.#store.entity(entity.id) ?? null) : planned.before;
    const known = planned?.after ?? before;
    this.#entities.set(entity.id, { before, after: known === null ? entity : mergeEntity(known, entity) });
  }

  #addClaim(given: Claim, file: FileRecords): void {
    const { claim, known } = firstThatFits(given, file, (id) => {
      const there = this.#claims.get(id)?.claim ?? this.#store.claim(id);
      return there === undefined ? undefined : { claim: there };
    });
    if (known !== undefined) {
      if (saysTheSame(known.claim, claim)) {
        this.#addKnownClaim(claim, file);
        return;
      }
      this.#problem(
        claimProblem(file, claim, "repeated-id", "wanted a new id or the same words, got other words under a known id"),
        "dropped",
      );
      return;
    }
    if (!this.#addSourceOf(claim, file)) return;
    if (!this.#addEnds(claim, file)) return;
    this.#claims.set(claim.id, { claim, isNew: true });
  }

  /** What an undo took back comes in again; what somebody withdrew stays withdrawn. */
  #addKnownClaim(claim: Claim, file: FileRecords): void {
    if (this.#claims.has(claim.id)) return;
    const isUndone = this.#store.claim(claim.id)?.withdrawn?.reason === undoneReason;
    if (isUndone && !(this.#addSourceOf(claim, file) && this.#addEnds(claim, file))) return;
    this.#claims.set(claim.id, { claim, isNew: isUndone });
    if (isUndone) this.#restored.add(claim.id);
  }

  #addSourceOf(claim: Claim, file: FileRecords): boolean {
    if (claim.source === file.source.id) this.#addSource(file.source, file);
    if (this.#sources.has(claim.source) || this.#touchSource(claim.source)) return true;
    this.#problem(
      claimProblem(file, claim, "unknown-source", `wanted a source that the file declares, got ${claim.source.slice(0, 80)}`),
      "dropped",
    );
    return false;
  }

  #touchSource(id: SourceId): boolean {
    const source = this.#store.source(id);
    if (source !== undefined) this.#sources.set(id, { source, isNew: false });
    return source !== undefined;
  }

  /** Every entity that the claim names is there, or becomes a placeholder; false when it is dropped. */
  #addEnds(claim: Claim, file: FileRecords): boolean {
    const named = [claim.subject, claim.kind === "link" ? claim.object : null, claim.speaker, claim.about];
    const missing = named
      .filter((id) => id !== null)
      .filter((id) => !this.#entities.has(id) && this.#store.entity(id) === undefined);
    if (missing.length === 0) return true;
    const problem = claimProblem(file, claim, "dangling-end", danglingMessage(new Set(missing), file));
    this.#problem(problem, file.strict ? "dropped" : "repaired");
    if (file.strict) return false;
    for (const id of new Set(missing)) this.#addEntity(placeholder(id, file.ids));
    return true;
  }

  #withdraw(claim: ClaimId, reason: string, file: FileRecords): void {
    if (this.#claims.get(claim)?.isNew === true) this.#otherChanges.push({ kind: "withdraw-claim", claim, reason });
    else if (this.#store.claim(claim) === undefined)
      this.#problem(
        {
          file: file.file,
          where: `claim ${claim}`,
          kind: "unknown-claim",
          message: "wanted a claim to withdraw, got an unknown id",
        },
        "dropped",
      );
  }

  #addJudgement(judgement: Judgement, { file }: FileRecords): void {
    if (this.#judgements.has(judgement.id)) return;
    this.#judgements.add(judgement.id);
    if (this.#store.allJudgements().some(({ id }) => id === judgement.id)) return;
    const missing = [judgement.a, judgement.b].find((id) => !this.#entities.has(id) && this.#store.entity(id) === undefined);
    if (missing === undefined) this.#otherChanges.push({ kind: "record-judgement", judgement });
    else {
      const message = `wanted two entities that are declared, got ${missing.slice(0, 80)}`;
      this.#problem({ file, where: `judgement ${judgement.id}`, kind: "dangling-end", message }, "dropped");
    }
  }

  #problem(problem: Problem, outcome: Outcome): void {
    this.#problems.add({ ...problem, outcome });
  }
}

function claimProblem({ file }: FileRecords, { id, origin }: Claim, kind: string, message: string): Problem {
  const row = origin.kind === "imported" && origin.file === file ? origin.row : null;
  return { file, where: row === null ? `claim ${id}` : `line ${row}`, kind, message };
}
