import type { ChangedPart } from "../../claims/revision.ts";

/** What one tab tells the others of the server's events. Plain data: it crosses tabs. */
export type Heard =
  /** The server answers, and the case stands there. */
  | { readonly kind: "at"; readonly revision: number; readonly server: string }
  | { readonly kind: "change"; readonly revision: number; readonly what: readonly ChangedPart[] }
  | { readonly kind: "progress"; readonly progress: ImportProgress }
  /** The server does not answer, or says that it stops. */
  | { readonly kind: "gone"; readonly why: "lost" | "stopping" }
  | { readonly kind: "signed-out" };

/** How far an import is, whichever tab began it. */
export interface ImportProgress {
  readonly operation: string;
  readonly file: string;
  readonly phase: string;
  readonly done: number;
  readonly total?: number;
}

/** An event of the server in the words of the page; null for one that this page does not know. */
export function heardOf(event: string, data: string): Heard | null {
  const told = JSON.parse(data) as Record<string, unknown>;
  switch (event) {
    case "hello":
      return { kind: "at", revision: Number(told.revision), server: String(told.server) };
    case "change":
      return { kind: "change", revision: Number(told.revision), what: told.what as readonly ChangedPart[] };
    case "progress":
      return { kind: "progress", progress: told as unknown as ImportProgress };
    case "stopping":
      return { kind: "gone", why: "stopping" };
    default:
      return null;
  }
}
