import type { Asked, Kind, Measures } from "./engine.ts";

/** What the bench sends to the process of an engine. */
export type ToEngine = { readonly say: "ask"; readonly asked: Asked } | { readonly say: "close" };

/** What it says back. */
export type FromEngine =
  | { readonly say: "built"; readonly built: Built }
  | { readonly say: "answer"; readonly answer: Timed }
  | { readonly say: "fault"; readonly message: string };

export interface Built {
  readonly version: string;
  readonly kinds: readonly Kind[];
  readonly buildMs: number;
  /** Memory kept beside the columns that it was built from: of the process, and of what JavaScript holds. */
  readonly processBytes: number;
  readonly heapBytes: number;
  /** Bytes of its typed arrays, where it holds the graph in some. */
  readonly bytes: number | null;
  readonly figures: Readonly<Record<string, number>>;
}

/** `measures` is null when the time was up. */
export interface Timed {
  readonly ms: number;
  readonly measures: Measures | null;
}
