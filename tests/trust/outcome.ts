/** What running a fault gave. */
export interface Outcome {
  /** What was counted, in words. */
  readonly figure: string;
  /** Each broken promise in a line; none when it holds. */
  readonly broken: readonly string[];
  /** Why it could not run here; null when it did. */
  readonly skipped: string | null;
}

export function ran(figure: string, broken: readonly string[]): Outcome {
  return { figure, broken, skipped: null };
}

export function skipped(why: string): Outcome {
  return { figure: "-", broken: [], skipped: why };
}
