/** What an entry of the history touched, as far as somebody who shows the case must know. */
export const changedParts = ["graph", "charts", "questions"] as const;
export type ChangedPart = (typeof changedParts)[number];

/** An entry of the history without what it holds: which revision it made, who made it, and what is to be read anew. */
export interface Revision {
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
  /** For the undo menu: "record claim". */
  readonly label: string;
  /** The entry that this one takes back or brings back, or null. */
  readonly undoes: number | null;
  /** In the order of `changedParts`, never empty. */
  readonly what: readonly ChangedPart[];
}
