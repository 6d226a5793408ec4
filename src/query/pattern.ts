import { standingRank } from "../claims/standing.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { firstSlotTo } from "../graph/count-steps.ts";
import { LINK_SHIFT } from "../graph/snapshot.ts";
import type { FoundLink } from "./found.ts";
import { foundLink } from "./found-links.ts";
import type { FoundMatch, FoundPattern } from "./found-networks.ts";
import { type Budget, Meter } from "./meter.ts";
import { findDomains } from "./pattern-domains.ts";
import { fills, type PatternPlan, type PlannedEdge, planPattern } from "./pattern-plan.ts";
import { PatternSearch } from "./pattern-search.ts";
import type { PatternQuestion } from "./question.ts";

/**
 * Every way to fill the holes of a pattern (R46), in lexicographic order of the nodes that stand at its places. What may stand
 * where is narrowed first (`findDomains`); then places are filled in the pattern's order, and a node is taken only when the rest
 * can be filled, too, so that no branch is walked for nothing and the search stops one match past `limit`. When time runs out, the
 * matches are the first of all. Patterns without cycles cost O(edges · slots of the nodes that fit) and per match O(slots of
 * its nodes); with cycles, checking the rest may take exponential time. Throws BadInput as `planPattern` does.
 */
export function runPattern(question: PatternQuestion, graph: NamedSnapshot, budget: Budget): FoundPattern {
  const started = budget.clock();
  const plan = planPattern(question, graph);
  const meter = new Meter(budget, question.budgetMs);
  const domains = meter.stopped === null ? findDomains(plan, meter) : null;
  const search = domains === null ? null : new PatternSearch(plan, domains, meter);
  const matches = [...(search?.matches(0).take(question.limit + 1) ?? [])];
  const given = matches.slice(0, question.limit);
  const stop = matches.length > given.length ? "limit" : (meter.stopped ?? "exhausted");
  return {
    complete: stop === "exhausted",
    stop,
    visited: { entities: (domains?.reached ?? 0) + (search?.tried ?? 0), links: meter.links },
    elapsedMs: budget.clock() - started,
    count: given.length,
    matches: given.map((nodes) => matchOf(plan, nodes)),
  };
}

function matchOf(plan: PatternPlan, nodes: readonly number[]): FoundMatch {
  return { nodes, steps: plan.edges.map((edge) => linksOfEdge(plan, edge, nodes)) };
}

/** Every link that fills the edge between two nodes, strongest first, then by index. */
function linksOfEdge(plan: PatternPlan, { from, to, step }: PlannedEdge, nodes: readonly number[]): FoundLink[] {
  const { snapshot } = plan;
  const { slotEnd, slotNode, slotWay } = snapshot;
  const [node, other] = [nodes[from]!, nodes[to]!];
  const links: FoundLink[] = [];
  for (let slot = firstSlotTo(snapshot, node, other); slot < slotEnd[node]! && slotNode[slot] === other; slot++) {
    if (fills(step, slot)) links.push(foundLink(snapshot, step.filter, { link: slotWay[slot]! >>> LINK_SHIFT, from: node }));
  }
  return links.sort((a, b) => standingRank(a.standing) - standingRank(b.standing));
}
