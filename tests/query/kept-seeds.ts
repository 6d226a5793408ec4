import type { SaidQuestion } from "./asked-as-text.ts";

/** Questions that an answer once got wrong, as the long run prints them. */
export const keptSeeds: readonly { readonly drawing: string; readonly question: SaidQuestion }[] = [];
