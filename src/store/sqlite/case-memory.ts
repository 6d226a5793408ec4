import type { EntityId, SourceId } from "../../base/ids.ts";
import type { Change } from "../../claims/change.ts";
import type { Source } from "../../claims/source.ts";
import { classesOf, readRules } from "./case-rules.ts";
import type { LinkRules } from "./derive-links.ts";
import { lastSeq } from "./history.ts";
import { readSourceHead, readWords, type WordsUsed } from "./read-records.ts";
import type { Statements } from "./statements.ts";
import { inOneReading } from "./transactions.ts";

export interface RulesNow extends LinkRules {
  readonly revision: number;
  /** Entities of a class by its representative; only classes of two and more. */
  readonly classes: ReadonlyMap<EntityId, readonly EntityId[]>;
}

const changeRules: ReadonlySet<string> = new Set<Change["kind"]>([
  ...(["put-type", "put-relation", "put-property", "redact"] as const),
  ...(["record-judgement", "withdraw-judgement", "restore-judgement"] as const),
]);
const changeSources: ReadonlySet<string> = new Set<Change["kind"]>(["put-source", "redact"]);

/** Changes that are looked at after one revision before another: more may have touched anything. */
const mostLookedAt = 64;
/** Sources that are remembered; then it begins anew. */
const mostSources = 10_000;

/**
 * What one connection remembers of a case: its rules, the words in use, and sources without their texts. Another program may write meanwhile: what is
 * new in the history tells what has to be read again, and the rest stays.
 */
export class CaseMemory {
  readonly #sql: Statements;
  #rules: RulesNow | null = null;
  #words: (WordsUsed & { readonly revision: number }) | null = null;
  readonly #sources = new Map<SourceId, Source>();
  /** Of which the sources are. */
  #sourcesAt = 0;
  /** The revision of the reading under way, which sees one; null between readings, and before it was asked for. */
  #seen: number | null = null;
  #isReading = false;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  /** Everything read in `use` is of one revision. May nest, also in a transaction that writes. */
  reading<T>(use: () => T): T {
    if (this.#sql.db.isTransaction) return use();
    this.#isReading = true;
    try {
      return inOneReading(this.#sql, use);
    } finally {
      this.#isReading = false;
      this.#seen = null;
    }
  }

  /** Begins a reading that lasts until `letGo`; others nest in it. */
  hold(): void {
    this.#sql.db.exec("BEGIN");
    this.#isReading = true;
  }

  letGo(): void {
    if (this.#sql.db.isTransaction) this.#sql.db.exec("COMMIT");
    this.#isReading = false;
    this.#seen = null;
  }

  revision(): number {
    if (this.#seen !== null) return this.#seen;
    const revision = lastSeq(this.#sql);
    if (this.#isReading) this.#seen = revision;
    return revision;
  }

  rules(): RulesNow {
    const revision = this.revision();
    const known = this.#rules;
    if (known?.revision === revision) return known;
    if (known !== null && known.revision < revision && !this.#isTouched(changeRules, known.revision))
      this.#rules = { ...known, revision };
    else {
      const rules = readRules(this.#sql);
      this.#rules = { ...rules, revision, classes: classesOf(rules.merged) };
    }
    return this.#rules!;
  }

  words(): WordsUsed {
    const revision = this.revision();
    if (this.#words?.revision !== revision) this.#words = { revision, ...readWords(this.#sql) };
    return this.#words;
  }

  /** Without its text. */
  sourceHead(id: SourceId): Source | undefined {
    const revision = this.revision();
    if (revision !== this.#sourcesAt) {
      if (revision < this.#sourcesAt || this.#isTouched(changeSources, this.#sourcesAt)) this.#sources.clear();
      this.#sourcesAt = revision;
    }
    const known = this.#sources.get(id);
    if (known !== undefined) return known;
    const source = readSourceHead(this.#sql, id);
    if (this.#sources.size >= mostSources) this.#sources.clear();
    if (source !== undefined) this.#sources.set(id, source);
    return source;
  }

  /** The history itself was changed. */
  forget(): void {
    this.#rules = null;
    this.#words = null;
    this.#sources.clear();
  }

  #isTouched(kinds: ReadonlySet<string>, since: number): boolean {
    const query = "SELECT json_extract(body, '$.kind') AS kind FROM history_change WHERE seq > ? ORDER BY seq, n LIMIT ?";
    const changed = this.#sql.all(query, since, mostLookedAt + 1);
    return changed.length > mostLookedAt || changed.some(({ kind }) => kinds.has(String(kind)));
  }
}
