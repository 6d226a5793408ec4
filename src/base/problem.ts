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
 * A wrong call or bad input: one line that says what was wanted, what came and where. The command
 * line prints `message` and exits with 2, the server answers 400 (404 for `not-found`, 409 for
 * `ambiguous` and `conflict`, 507 for `storage`: the disk is full or the file damaged), the page shows it.
 */
export class BadInput extends Error {
  readonly kind: BadInputKind;
  /** What could have been meant, when the message names several. */
  readonly candidates: readonly string[];

  constructor(message: string, options: { kind?: BadInputKind; candidates?: readonly string[]; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "BadInput";
    this.kind = options.kind ?? "invalid";
    this.candidates = options.candidates ?? [];
  }
}

export type BadInputKind = "invalid" | "not-found" | "ambiguous" | "conflict" | "storage";
