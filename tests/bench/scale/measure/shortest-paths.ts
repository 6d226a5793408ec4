import type { PathAnswer } from "../../../../src/query/answer.ts";
import { entityIdOf } from "../data/record-ids.ts";
import { askAgain } from "./ask-again.ts";
import { type Asking, jsonOf } from "./asking.ts";
import type { HopsOf } from "./breadth-first.ts";

/** Paths that an answer shows. */
const SHOWN = 10;

interface Asked {
  readonly from: number;
  readonly to: number;
  readonly hops: number;
}

/** Shortest paths between random entities over HTTP; afterwards each is held against the bench's own search. */
export async function measurePaths(asking: Asking, hopsOf: HopsOf): Promise<void> {
  const { figures, questions, entity } = asking;
  const all: Asked[] = [];
  const times = await askAgain(questions, async () => {
    const [from, to] = [entity(), entity()];
    if (from === to) return null;
    const { hops, ms } = await shortestPath(asking, entityIdOf(from), entityIdOf(to));
    all.push({ from, to, hops });
    return ms;
  });
  figures.times("shortest path", times);
  for (const { from, to, hops } of all)
    figures.expect(`hops from ${entityIdOf(from)} to ${entityIdOf(to)}`, hopsOf(from, to), hops);
}

/** Hops of the paths in the answer, each of which must hold together; -1 for none. */
export async function shortestPath(
  { http, figures }: Pick<Asking, "http" | "figures">,
  from: string,
  to: string,
): Promise<{ readonly hops: number; readonly ms: number }> {
  const answer = await http.send("POST", "/api/path", { from, to, limit: SHOWN });
  const { paths } = jsonOf<PathAnswer>(answer);
  for (const { hops, entities, steps } of paths) {
    const isWhole = entities[0]?.id === from && entities.at(-1)?.id === to && steps.length === hops && hops === paths[0]?.hops;
    if (!isWhole) figures.wrong.push(`a path from ${from} to ${to} does not hold together`);
  }
  return { hops: paths[0]?.hops ?? -1, ms: answer.ms };
}
