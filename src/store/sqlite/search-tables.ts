import type { EntityId } from "../../base/ids.ts";
import { fillNames } from "./name-index.ts";
import { nameIndexes, nameTable, searchVersion, wordTables } from "./schema.ts";
import { type FoundName, matchingNames } from "./search-names.ts";
import type { Statements } from "./statements.ts";
import { noWords, readWordList, type WordList } from "./word-list.ts";

/**
 * What one connection needs to search. Owns the words of the case in memory, once they were needed. A reader of a file that is older
 * than the search tables fills its own, beside the file and gone with the connection; the file is left as it is.
 */
export class SearchTables {
  readonly #sql: Statements;
  #words: WordList = noWords;
  readonly #counted = new Map<string, number>();
  /** Revision of which tables beside the file are. */
  #beside: number | null = null;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  /** Names that match, best first; `only` entities of these types or ids. Inside a transaction at `revision`. */
  matching(
    text: string,
    revision: number,
    only: { readonly types: readonly string[]; readonly ids: readonly EntityId[] } | null,
  ): Iterable<FoundName> {
    this.#makeReady(revision);
    const search = { sql: this.#sql, words: () => this.#wordList(), read: new Map(), counted: this.#counted, only };
    return matchingNames(search, text);
  }

  #wordList(): WordList {
    this.#words = readWordList(this.#sql, this.#words);
    return this.#words;
  }

  #makeReady(revision: number): void {
    const isOld = Number(this.#sql.get("PRAGMA main.user_version")?.user_version) < searchVersion;
    if (this.#beside === (isOld ? revision : null)) return;
    const { db } = this.#sql;
    db.exec("PRAGMA query_only = OFF");
    try {
      if (this.#beside !== null) for (const table of ["name", "fts_word", "word"]) db.exec(`DROP TABLE temp.${table}`);
      this.#beside = null;
      if (!isOld) return;
      const indexes = Object.values(nameIndexes).join(";\n");
      db.exec(`${nameTable}${wordTables}\n${indexes};`.replaceAll(/CREATE (TABLE|VIRTUAL TABLE) /g, "CREATE $1 temp."));
      fillNames(this.#sql, "temp");
      this.#beside = revision;
    } finally {
      db.exec("PRAGMA query_only = ON");
    }
  }
}
