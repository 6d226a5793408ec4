import type { CommunitiesView, OverviewView, TimeView } from "../../case/overview/overview-views.ts";
import { type Command, jsonOption } from "../command.ts";
import { printAnswer } from "../print-answer.ts";
import { bold, shown } from "../terminal.ts";
import { caseArgument, knownOption, withKnownCase } from "../with-case.ts";

export const overviewCommand: Command = {
  name: "overview",
  summary: "show what a case holds as a whole: types, hubs, communities, time",
  arguments: [caseArgument],
  options: [knownOption, jsonOption],
  examples: ["clew overview data/moscow-2024.clew"],
  run: ({ args: [path = ""], options }) =>
    withKnownCase(path, options, (opened) => {
      const overview = opened.overview();
      return printAnswer(options, { value: overview, lines: () => overviewLines(opened.name, overview), empty: false });
    }),
};

const most = 12;

function* overviewLines(name: string, overview: OverviewView): Iterable<string> {
  const { entities, links, claims, types, hubs, time, communities, sources } = overview;
  yield bold(shown(name));
  yield `  ${number(entities)} entities, ${number(links)} links, ${number(claims)} claims, ${number(sources.count)} sources`;
  yield* table(
    "entity types",
    types.slice(0, most).map(({ type, entities: count }) => [count, type]),
  );
  yield* table(
    "most linked",
    hubs.slice(0, most).map(({ name: hub, type, links: count }) => [count, `${hub} (${type})`]),
  );
  yield* communityLines(communities);
  yield* timeLines("held", time.held);
  yield* timeLines("said", time.said);
  yield* table(
    "sources by claims",
    sources.largest.slice(0, most).map(({ title, claims: count }) => [count, title]),
  );
}

function* communityLines(communities: CommunitiesView | null): Iterable<string> {
  if (communities === null) {
    yield bold("communities");
    yield "  not worked out yet: open the case, and Clew does it behind what you look at";
    return;
  }
  const { largest, count, changesSince } = communities;
  const since = changesSince === 0 ? "" : `, ${number(changesSince)} changes ago`;
  const rows = largest
    .slice(0, most)
    .map(({ entities, members }) => [entities, members.map(({ name }) => name).join(", ")] as const);
  yield* table(`communities (${number(count)}${since})`, rows);
}

function* timeLines(title: string, time: TimeView | null): Iterable<string> {
  if (time === null) return;
  const highest = Math.max(1, ...time.stretches.map(({ claims }) => claims));
  yield bold(`claims by when they ${title === "held" ? "held" : "were said"}`);
  for (const { when, claims } of time.stretches)
    yield `  ${when.padEnd(10)} ${"▇".repeat(Math.round((30 * claims) / highest))} ${number(claims)}`;
}

function* table(title: string, rows: Iterable<readonly [count: number, words: string]>): Iterable<string> {
  yield bold(title);
  for (const [count, words] of rows) yield `  ${number(count).padStart(10)}  ${shown(words)}`;
}

function number(count: number): string {
  return count.toLocaleString("en");
}
