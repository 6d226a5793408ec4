import { BadInput } from "../base/problem.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import type { Stop } from "./answer.ts";
import { explainNoPath, type Trial } from "./explain-no-path.ts";
import type { FoundPaths } from "./found.ts";
import { type Budget, Meter } from "./meter.ts";
import { type Plan, planPaths } from "./plan.ts";
import type { PathQuestion } from "./question.ts";
import { searchPaths } from "./search-paths.ts";

/**
 * Answers a path question on a snapshot, in indices (rules: SPEC.md). The same question on the same
 * snapshot gives the same answer but for `elapsedMs`, unless time runs out. Throws BadInput for a question
 * that makes no sense (R13, R36, R39).
 */
export function runPaths(question: PathQuestion, graph: NamedSnapshot, budget: Budget): FoundPaths {
  const started = budget.clock();
  const meter = new Meter(budget, question.budgetMs);
  const plan = planPaths(graph, question);
  const found = searchPaths(question, { graph, plan, meter });
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
    skipped: plan.inside === null ? null : plan.inside.skipped(),
    paths: found.paths,
    why,
  };
}

/** Whether the search saw all that answers the question: nothing is missing from what it gives. */
function isCertain(stop: Stop): boolean {
  return stop === "exhausted" || stop === "max-hops";
}

/** Asks for the first path of a loosened question, within a share of the time. */
function trialOf(graph: NamedSnapshot, budget: Budget): Trial {
  return (question, budgetMs) => {
    const meter = new Meter(budget, budgetMs);
    const plan = planOrNull(graph, question);
    if (plan === null) return "refused";
    const { stop, paths } = searchPaths(question, { graph, plan: { ...plan, limit: 1 }, meter });
    const path = paths[0];
    if (path === undefined) return isCertain(stop) ? "none" : "unknown";
    return { path, graph, plan };
  };
}

/** Null where loosening a question made a contradiction of it. */
function planOrNull(graph: NamedSnapshot, question: PathQuestion): Plan | null {
  try {
    return planPaths(graph, question);
  } catch (error) {
    if (error instanceof BadInput) return null;
    throw error;
  }
}
