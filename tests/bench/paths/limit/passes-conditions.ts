import { conditions } from "../engine.ts";
import { type BenchGraph, DENIES } from "../graph/bench-graph.ts";

/** Whether the link stands on what source 0 does not say: somebody asserts or alleges it, and nobody denies it. */
export function passesConditions({ claimStart, claimSource, claimStance }: BenchGraph): (link: number) => boolean {
  const { notSource } = conditions;
  return (link) => {
    let said = false;
    for (let claim = claimStart[link]!, end = claimStart[link + 1]!; claim < end; claim++) {
      if (claimSource[claim] === notSource) continue;
      if (claimStance[claim] === DENIES) return false;
      said = true;
    }
    return said;
  };
}
