import { type Ground, stampsOf } from "./ground.ts";
import { stampsAt } from "./work-arrays.ts";

/** Counts nodes, each once. */
export interface NodesSeen {
  readonly see: (node: number) => void;
  readonly count: () => number;
}

export function nodesSeen({ work }: Ground): NodesSeen {
  const marks = stampsAt(work, stampsOf.seen);
  const stamp = work.nextStamp++;
  let count = 0;
  const see = (node: number): void => {
    if (marks[node] === stamp) return;
    marks[node] = stamp;
    count++;
  };
  return { see, count: () => count };
}
