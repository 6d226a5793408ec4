import { goalTable } from "../report/goal.ts";
import { count, megabytes, milliseconds, rounded, table, times } from "../report/markdown-table.ts";
import { type Figure, figureOf, type SizeResults } from "./figures.ts";
import { scaleGoalsOf } from "./scale-goals.ts";

/** The figures of one size as Markdown: what was measured, goals, what was wrong. */
export function printedSize(results: SizeResults): string {
  const { size, facts, figures, wrong } = results;
  const { entities, links, claims, sources, hub } = facts;
  const heading = `## ${size}: ${count(entities)} entities, ${count(links)} links, ${count(claims)} claims, ${count(sources)} sources`;
  const parts = [
    heading,
    `The biggest hub has ${count(hub.neighbours)} neighbours.`,
    table(
      ["measured", ""],
      figures.map((figure) => [figure.name, shown(figure)]),
    ),
    goalTable(scaleGoalsOf(results)),
    wrong.length === 0
      ? "All answers are right."
      : [`${wrong.length} answers are wrong:`, ...wrong.slice(0, 20).map((line) => `- ${line}`)].join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** How each figure grows from the smallest size to the largest; ratios beside that of the entities. */
export function printedGrowth(all: readonly SizeResults[]): string {
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined || first === last) return "";
  const ratio = last.facts.entities / first.facts.entities;
  const rows = first.figures.flatMap(({ name, unit }) => {
    const values = all.map((results) => figureOf(results, name));
    const [least, most] = [values[0], values.at(-1)];
    if (least == null || most == null || least === 0) return [];
    return [[name, ...values.map((value) => (value === null ? "" : shown({ name, unit, value }))), times(most / least)]];
  });
  const head = ["measured", ...all.map(({ facts }) => count(facts.entities)), "grown"];
  return `## Growth: ${times(ratio)} as many entities, links and claims\n\n${table(head, rows)}\n`;
}

function shown({ unit, value }: Figure): string {
  switch (unit) {
    case "ms":
      return milliseconds(value);
    case "bytes":
      return megabytes(value);
    case "per second":
      return `${rounded(value)} a second`;
    case "of them":
      return `${rounded(100 * value)} %`;
  }
}
