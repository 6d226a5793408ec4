import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";
import { BadInput } from "../../base/problem.ts";
import { storageProblem } from "./storage-problem.ts";

export type Row = Record<string, unknown>;

/** Prepared statements of one connection, each prepared once. A full disk or a damaged file is BadInput in one line. */
export class Statements {
  readonly db: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();
  readonly #lists = new Map<string, StatementSync>();

  constructor(db: DatabaseSync) {
    this.db = db;
  }

  run(sql: string, ...values: SQLInputValue[]): number {
    try {
      return Number(this.#of(sql).run(...values).lastInsertRowid);
    } catch (error) {
      throw storageProblem(error, this.db);
    }
  }

  /** Gives the number of rows that it inserted, changed or deleted. */
  change(sql: string, ...values: SQLInputValue[]): number {
    try {
      return Number(this.#of(sql).run(...values).changes);
    } catch (error) {
      throw storageProblem(error, this.db);
    }
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    try {
      return this.#of(sql).get(...values);
    } catch (error) {
      throw storageProblem(error, this.db);
    }
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    try {
      return this.#of(sql).all(...values);
    } catch (error) {
      throw storageProblem(error, this.db);
    }
  }

  /** Rows as lists of their columns: half the price of objects. */
  lists(sql: string, ...values: SQLInputValue[]): SQLOutputValue[][] {
    try {
      return this.#listsOf(sql).all(...values) as unknown as SQLOutputValue[][];
    } catch (error) {
      throw storageProblem(error, this.db);
    }
  }

  /** Likewise one by one, in a statement of its own. */
  eachList(sql: string, ...values: SQLInputValue[]): IterableIterator<SQLOutputValue[]> {
    const statement = this.db.prepare(sql);
    statement.setReturnArrays(true);
    return statement.iterate(...values) as unknown as IterableIterator<SQLOutputValue[]>;
  }

  /** Rows one by one, in a statement of its own, so that loops may nest. */
  each(sql: string, ...values: SQLInputValue[]): IterableIterator<Row> {
    return this.db.prepare(sql).iterate(...values) as IterableIterator<Row>;
  }

  #listsOf(sql: string): StatementSync {
    const known = this.#lists.get(sql);
    if (known !== undefined) return known;
    const made = this.db.prepare(sql);
    made.setReturnArrays(true);
    this.#lists.set(sql, made);
    return made;
  }

  #of(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const made = this.db.prepare(sql);
    this.#prepared.set(sql, made);
    return made;
  }
}

/** Reads a record this engine wrote itself as JSON. Throws BadInput when the file holds something else in its place. */
export function bodyOf<T>(row: Row): T {
  try {
    return JSON.parse(String(row.body)) as T;
  } catch (cause) {
    throw new BadInput("the case is damaged: wanted a record as JSON, got something else", { kind: "storage", cause });
  }
}
