import type { SnapshotExchange } from "./snapshot-exchange.ts";

export interface OpenOptions {
  /** `read`: questions only; `write` (default): changes too, one program at a time; `create`: a new, empty case. */
  readonly mode?: "read" | "write" | "create";
  /** For reading only: the case as it was known when this date (2024, 2024-03, 2024-03-25) or moment had passed. */
  readonly asKnownOn?: string;
  /** Who changes the case, written beside each change. Never the machine's user name unless you say so. */
  readonly by?: string;
  /** The time now, ISO 8601, UTC. */
  readonly clock?: () => string;
  /** A new id, never given before. */
  readonly ids?: () => string;
  /** Polled while a question runs; true ends it with what it has. */
  readonly cancelled?: () => boolean;
  /** Where other threads that have the case open hand over what they built of it, and this one what it built. */
  readonly exchange?: SnapshotExchange;
}
