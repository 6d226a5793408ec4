import type { LinkColumns } from "../../../../src/graph/link-columns.ts";
import { packIds } from "../../../../src/graph/packed-ids.ts";
import { type BenchGraph, RELATIONS } from "../graph/bench-graph.ts";
import { idOf } from "./id-of.ts";

const MS_PER_DAY = 86_400_000;

/** The graph as Clew takes it: its ids, its dates as texts. */
export function clewColumns(graph: BenchGraph): LinkColumns {
  const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => idOf(prefix, at));
  const relations = ids("r", RELATIONS);
  const names = {
    entities: packIds(ids("e", graph.nodes)),
    relations,
    families: relations.map(() => "other"),
    sources: ids("s", graph.sources),
    types: ["thing"],
    kinds: [["thing"]],
  };
  const dates = Array.from(graph.spanFirst, (first, span) => spanText(first, graph.spanLast[span]!));
  return {
    names,
    linkFrom: graph.linkFrom,
    linkTo: graph.linkTo,
    linkRelation: Uint16Array.from(graph.linkRelation),
    claimStart: graph.claimStart,
    claimSource: graph.claimSource,
    claimOrigin: graph.claimOrigin,
    claimSpeaker: graph.claimSpeaker,
    claimBits: graph.claimStance,
    claimWeight: Float64Array.from(graph.claimWeight),
    claimDuring: graph.claimSpan,
    dates,
  };
}

function spanText(first: number, last: number): string {
  return first === last ? dayText(first) : `${dayText(first)}/${dayText(last)}`;
}

function dayText(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}
