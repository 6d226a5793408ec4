/** Bad data beside the good rows: what a reader, an import or a check found, and where. */
export interface Problem {
  /** File name as given, or the case's own name for `check`. */
  readonly file: string;
  /** Place inside it, in words: `line 12`, `claim c7`, `node "a"`. */
  readonly where: string;
  /** Stable, machine-readable: `dangling-end`, `repeated-id`, `quote-not-found`. */
  readonly kind: string;
  /** One sentence: what was wanted, what came. */
  readonly message: string;
}

/**
 * What became of that which a problem is about: it is in the case as it was written; in other words than it was written; with
 * another as one; or not at all.
 */
export type Outcome = "kept" | "repaired" | "merged" | "dropped";

/** A problem of an import. */
export interface ImportProblem extends Problem {
  readonly outcome: Outcome;
}

/**
 * A wrong call or bad input: one line that says what was wanted, what came and where. The command
 * line prints `message` and exits with 2, the server answers 400 (404 for `not-found`, 409 for
 * `ambiguous` and `conflict`, 412 for `stale`, 422 for `reused`, 507 for `storage`: the disk is full or the file damaged), the page shows it.
 */
export class BadInput extends Error {
  readonly kind: BadInputKind;
  /** What could have been meant, when the message names several. */
  readonly candidates: readonly string[];
  /** For `stale`: what was changed since, the newest last. */
  readonly since: readonly Meanwhile[];

  constructor(message: string, options: BadInputOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "BadInput";
    this.kind = options.kind ?? "invalid";
    this.candidates = options.candidates ?? [];
    this.since = options.since ?? [];
  }
}

interface BadInputOptions {
  readonly kind?: BadInputKind;
  readonly candidates?: readonly string[];
  readonly since?: readonly Meanwhile[];
  readonly cause?: unknown;
}

/** A change that somebody else made. */
export interface Meanwhile {
  readonly revision: number;
  readonly by: string;
  readonly label: string;
}

export type BadInputKind = "invalid" | "not-found" | "ambiguous" | "conflict" | "stale" | "reused" | "storage";
