import { dayText } from "../base/day-text.ts";
import { formatPartialDate } from "../base/format-partial-date.ts";
import type { SourceId } from "../base/ids.ts";
import { standingRank } from "../claims/standing.ts";
import type { AnswerPath, PathAnswer } from "./answer.ts";
import { type Dressing, dressEntity, dressHubs, dressLink } from "./dress-parts.ts";
import type { FoundPath, FoundPaths } from "./found.ts";
import { titleInWords } from "./in-words.ts";
import type { Lookup } from "./lookup.ts";
import type { PathQuestion } from "./question.ts";
import { verdict } from "./verdict.ts";
import { whyInWords } from "./why-in-words.ts";

/** What was found, with names, words and verdicts: the JSON of `clew path --json`. */
export function dressPaths(question: PathQuestion, found: FoundPaths, { graph, lookup }: Dressing): PathAnswer {
  return {
    question,
    complete: found.complete,
    stop: found.stop,
    count: found.count,
    linkSequences: found.linkSequences,
    skipped: dressHubs(found.skipped, { graph, lookup }),
    visited: found.visited,
    elapsedMs: found.elapsedMs,
    why: found.why === null ? null : whyInWords(question, found.why, lookup),
    paths: found.paths.map((path) => dressPath(question, path, { graph, lookup })),
  };
}

function dressPath(question: PathQuestion, path: FoundPath, dressing: Dressing): AnswerPath {
  const { nodes, steps } = path;
  const strongest = steps.map((links) => links[0]!);
  const weakest = strongest.reduce((a, b) => (standingRank(b.standing) > standingRank(a.standing) ? b : a));
  const dressed = steps.map((links) => ({ links: links.map((link) => dressLink(link, dressing)) }));
  const hops = dressed.map(({ links }, at) => ({ link: links[0]!, origins: strongest[at]!.origins, others: links.length - 1 }));
  const measures: PathMeasures = {
    weight: path.weight,
    arrival: path.arrival === null ? null : dayText(path.arrival),
    source: path.source === null ? null : (dressing.graph.names.sources[path.source] as SourceId),
  };
  const asked = measuresInWords(question, measures, dressing.lookup);
  return {
    hops: steps.length,
    ...measures,
    standing: weakest.standing,
    origins: Math.min(...strongest.map(({ origins }) => origins)),
    sentence: verdict(hops, { weakest: weakest.standing, asked }, dressing.lookup),
    entities: nodes.map((node) => dressEntity(node, dressing)),
    steps: dressed,
  };
}

type PathMeasures = Pick<AnswerPath, "weight" | "arrival" | "source">;

/** What the question asks of a path beside its hops, as parts of a sentence. */
function measuresInWords({ timeOrder }: PathQuestion, { weight, arrival, source }: PathMeasures, lookup: Lookup): string[] {
  const words: string[] = [];
  if (weight !== null) words.push(`weight ${weight}`);
  if (arrival !== null) {
    const day = formatPartialDate(arrival);
    words.push(timeOrder === "backward" ? `back to ${day} at the latest` : `arriving on ${day} at the earliest`);
  }
  if (source !== null) words.push(`on the claims of ${titleInWords(lookup.sourceTitle(source))} alone`);
  return words;
}
