import type { Case } from "../case/open-case.ts";
import type { BearingAnswer } from "../query/answer.ts";
import { endedLines } from "./ended-text.ts";
import { claimText } from "./link-text.ts";
import { linkLine, named, namesOf } from "./step-text.ts";
import { bold, dim, shown } from "./terminal.ts";

/** What would cut the two sides from one another if it fell alone: sources, claims, links, entities. */
export function* bearingLines(opened: Case, answer: BearingAnswer): Iterable<string> {
  const nameOf = namesOf(opened, answer.entities);
  yield bold(shown(answer.sentence, 2000));
  yield* part(
    "Sources",
    answer.sources.map(({ title }) => shown(title)),
  );
  yield* part(
    "Claims",
    answer.claims.map((claim) => `${claimText(named(opened, claim))}  ${dim(linkLine(opened, claim.link, nameOf))}`),
  );
  yield* part(
    "Links",
    answer.links.map((link) => linkLine(opened, link, nameOf)),
  );
  yield* part(
    "Entities",
    answer.entities.map(({ name, type }) => `${shown(name)}  ${shown(type)}`),
  );
  yield* endedLines(answer);
}

function* part(title: string, lines: readonly string[]): Iterable<string> {
  if (lines.length === 0) return;
  yield `${title}, each of which alone carries it:`;
  for (const line of lines) yield `  ${line}`;
}
