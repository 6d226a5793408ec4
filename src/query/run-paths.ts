import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import type { Stop } from "./answer.ts";
import { explainNoPath, type Trial } from "./explain-no-path.ts";
import type { FoundPath, FoundPaths } from "./found.ts";
import { linksOfStep } from "./found-links.ts";
import { type Budget, Meter } from "./meter.ts";
import { type Plan, planPaths } from "./plan.ts";
import type { PathQuestion } from "./question.ts";
import { type NodePaths, shortestPaths } from "./shortest-paths.ts";
import { viaPaths } from "./via-paths.ts";

/**
 * Answers a path question on a snapshot, in indices (rules: SPEC.md). The same question on the same
 * snapshot gives the same answer but for `elapsedMs`, unless time runs out. Throws BadInput for a question
 * that makes no sense: an unknown entity, one on both sides, one wanted and avoided.
 */
export function runPaths(question: PathQuestion, graph: NamedSnapshot, budget: Budget): FoundPaths {
  const started = budget.clock();
  const meter = new Meter(budget, question.budgetMs);
  const plan = planPaths(graph, question);
  const found = search(question, { graph, plan, meter });
  const none = found.count === 0 && isCertain(found.stop);
  const why = none ? explainNoPath(question, trialOf(graph, budget), budget.clock() - started) : null;
  const { linkSequences } = found;
  return {
    complete: isCertain(found.stop),
    stop: found.stop,
    count: found.count,
    linkSequences: typeof linkSequences === "number" ? linkSequences : linkSequences.toString(),
    visited: { entities: found.visited, links: meter.links },
    elapsedMs: budget.clock() - started,
    skipped: null,
    paths: found.paths.map((nodes) => withLinks(graph, plan, nodes)),
    why,
  };
}

/** Whether the search saw all that answers the question: nothing is missing from what it gives. */
function isCertain(stop: Stop): boolean {
  return stop === "exhausted" || stop === "max-hops";
}

function search(
  { kind }: Pick<PathQuestion, "kind">,
  { graph: { snapshot }, plan, meter }: { graph: NamedSnapshot; plan: Plan; meter: Meter },
): NodePaths {
  switch (kind) {
    case "shortest":
      return plan.via.length === 0 ? shortestPaths(snapshot, plan, meter) : viaPaths(snapshot, plan, meter);
    default:
      throw new Error(`paths: no search of kind ${kind} yet`);
  }
}

function withLinks({ snapshot }: NamedSnapshot, { filter }: Plan, nodes: readonly number[]): FoundPath {
  const steps = nodes.slice(1).map((node, at) => linksOfStep(snapshot, filter, [nodes[at]!, node]));
  return { nodes, steps };
}

/** Asks for the first path of a loosened question, within a share of the time. */
function trialOf(graph: NamedSnapshot, budget: Budget): Trial {
  return (question, budgetMs) => {
    const meter = new Meter(budget, budgetMs);
    const plan = planPaths(graph, question);
    const { stop, paths } = search(question, { graph, plan: { ...plan, limit: 1 }, meter });
    const first = paths[0];
    if (first === undefined) return isCertain(stop) ? "none" : "unknown";
    const { steps } = withLinks(graph, plan, first);
    return steps.map((links) => links.map(({ link }) => graph.names.relations[graph.snapshot.linkRelation[link]!]!));
  };
}
