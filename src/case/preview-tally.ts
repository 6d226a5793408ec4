import type { SourceId } from "../base/ids.ts";
import type { ImportProblem } from "../base/problem.ts";
import type { Claim } from "../claims/claim.ts";
import type { Entity } from "../claims/entity.ts";
import { linkIdOf } from "../claims/link.ts";
import type { Ontology } from "../claims/ontology.ts";
import type { ReadRecord, TableView } from "../formats/format.ts";
import type { AtLeast, FilePreview, FirstEntity, FirstLink, PreviewCounts, TablePreview, UsedWord } from "./preview-views.ts";

const most = { first: 10, problems: 100, words: 200, examples: 3 };

/** What the records of a file come to, counted as an import counts them: each id once, an end that nobody declares as an entity. */
export class PreviewTally {
  /** Ids of entities, and what the file calls them; "" for those that it does not declare. */
  readonly ids = new Map<string, string>();
  readonly links = new Set<string>();
  readonly claims = new Set<string>();
  readonly sources = new Set<string>();
  records = 0;
  readonly #strict: boolean;
  readonly #ontology: Ontology;
  readonly #types = new Map<string, number>();
  readonly #relations = new Map<string, number>();
  readonly #properties = new Map<string, number>();
  readonly #labels = new Map<string, string>();
  readonly #tables: TablePreview[] = [];
  readonly #entities: FirstEntity[] = [];
  readonly #links: Pick<FirstLink, "from" | "relation" | "to">[] = [];
  readonly #problems: ImportProblem[] = [];
  readonly #outcomes = { kept: 0, repaired: 0, merged: 0, dropped: 0 };

  constructor({ strict, ontology }: { readonly strict: boolean; readonly ontology: Ontology }) {
    this.#strict = strict;
    this.#ontology = ontology;
  }

  take(record: ReadRecord): void {
    this.records++;
    if (record.kind === "entity") this.#entity(record.entity);
    else if (record.kind === "claim") this.#claim(record.claim);
    else if (record.kind === "source") this.sources.add(record.source.id);
    else if (record.kind === "type") this.#labels.set(`type ${record.type.id}`, record.type.label);
    else if (record.kind === "relation") this.#labels.set(`relation ${record.relation.id}`, record.relation.label);
    else if (record.kind === "property") this.#labels.set(`property ${record.property.id}`, record.property.label);
    else if (record.kind === "table") this.#tables.push(tablePreview(record.table));
    else if (record.kind === "problem") {
      this.#outcomes[record.outcome]++;
      if (this.#problems.length < most.problems) this.#problems.push({ ...record.problem, outcome: record.outcome });
    }
  }

  /** A file whose ids are its own becomes a source itself once it declares an entity, whatever its claims cite. */
  takeFile(source: SourceId): void {
    if (this.#types.size > 0) this.sources.add(source);
  }

  /** `exact`: all of the file was read. */
  counts(exact: boolean): PreviewCounts {
    return countsOf(this, exact);
  }

  found(): Pick<FilePreview, "table" | "sheets" | "types" | "relations" | "properties" | "first" | "problems" | "outcomes"> {
    const [only] = this.#tables;
    const isText = this.#tables.length === 1 && only!.sheet === "";
    return {
      table: isText ? only! : null,
      sheets: isText ? [] : this.#tables,
      types: this.#words("type", this.#types, this.#ontology.types),
      relations: this.#words("relation", this.#relations, this.#ontology.relations),
      properties: this.#words("property", this.#properties, this.#ontology.properties),
      first: { entities: this.#entities, links: this.#links.map((link) => ({ ...link, names: this.#namesOf(link) })) },
      problems: this.#problems,
      outcomes: this.#outcomes,
    };
  }

  #entity({ id, type, name }: Entity): void {
    if (this.ids.get(id)) return;
    this.ids.set(id, name);
    addTo(this.#types, type);
    if (this.#entities.length < most.first) this.#entities.push({ id, type, name });
  }

  #claim(claim: Claim): void {
    if (this.claims.has(claim.id)) return;
    this.claims.add(claim.id);
    this.sources.add(claim.source);
    this.#end(claim.subject);
    if (claim.speaker !== null) this.#end(claim.speaker);
    if (claim.about !== null) this.#end(claim.about);
    if (claim.kind === "attribute") {
      addTo(this.#properties, claim.property);
      return;
    }
    this.#end(claim.object);
    addTo(this.#relations, claim.relation);
    const { subject: from, relation, object: to } = claim;
    const before = this.links.size;
    this.links.add(linkIdOf(from, relation, to));
    if (this.links.size > before && before < most.first) this.#links.push({ from, relation, to });
  }

  #namesOf({ from, to }: Pick<FirstLink, "from" | "to">): FirstLink["names"] {
    return { from: this.ids.get(from) || from, to: this.ids.get(to) || to };
  }

  #end(id: string): void {
    if (!this.#strict && !this.ids.has(id)) this.ids.set(id, "");
  }

  #words(
    kind: "type" | "relation" | "property",
    counts: ReadonlyMap<string, number>,
    known: ReadonlyMap<string, { readonly label: string }>,
  ): UsedWord[] {
    const byId: ReadonlyMap<string, { readonly label: string }> = known;
    const words = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, most.words);
    return words.map(([id, count]) => ({
      id,
      label: byId.get(id)?.label ?? this.#labels.get(`${kind} ${id}`) ?? id,
      count,
      isNew: !byId.has(id),
    }));
  }
}

/** Of one file, or of several together. */
export function countsOf(
  {
    ids,
    links,
    claims,
    sources,
  }: Pick<PreviewTally, "claims" | "sources" | "links"> & { readonly ids: { readonly size: number } },
  exact: boolean,
): PreviewCounts {
  const of = ({ size }: { readonly size: number }): AtLeast => ({ count: size, exact });
  return { entities: of(ids), links: of(links), claims: of(claims), sources: of(sources) };
}

function addTo(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}

function tablePreview({ sheet, mapping, header, rows, remarks }: TableView): TablePreview {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), header?.length ?? 0);
  const columns = Array.from({ length: width }, (_, at) => ({
    name: header?.[at] ?? "",
    examples: [...new Set(rows.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== ""))].slice(0, most.examples),
  }));
  return { sheet, mapping, columns, rows, remarks };
}
