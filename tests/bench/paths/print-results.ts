import { type Goal, goalTable } from "../report/goal.ts";
import { count, megabytes, milliseconds, table, times } from "../report/markdown-table.ts";
import type { Disagreement } from "./agreement.ts";
import { kinds } from "./engine.ts";
import { type Figures, figuresOf, type GraphResults, timesAsLong } from "./results.ts";

/** The figures of one graph as Markdown: engines, times, goals, disagreements. */
export function printed(results: GraphResults, goals: readonly Goal[], found: readonly Disagreement[]): string {
  const { size, shape, nodes, links, claims } = results;
  const heading = `## ${shape}, ${size}: ${count(nodes)} entities, ${count(links)} links, ${count(claims)} claims`;
  const parts = [heading, engineTable(results), timeTable(results), goalTable(goals), agreementText(results, found)];
  return `${parts.join("\n\n")}\n`;
}

function engineTable({ engines }: GraphResults): string {
  const rows = engines.map(({ name, built }) => [
    name,
    built.version,
    milliseconds(built.buildMs),
    megabytes(built.bytes),
    megabytes(built.heapBytes),
    megabytes(built.processBytes),
  ]);
  return table(["engine", "version", "build", "arrays", "kept by JavaScript", "process grew"], rows);
}

function timeTable(results: GraphResults): string {
  const rows = kinds.flatMap((kind) =>
    results.engines.flatMap(({ name }) => {
      const figures = figuresOf(results, kind, name);
      if (figures === null) return [];
      const ratio = timesAsLong(results, kind, [name, "clew"]);
      return [
        [
          kind,
          name,
          `${figures.asked}`,
          shown(figures, "p50"),
          shown(figures, "p95"),
          ratio === null ? "" : times(ratio),
          lateText(figures),
        ],
      ];
    }),
  );
  return table(["kind", "engine", "pairs", "p50", "p95", "times Clew's", ""], rows);
}

function shown(figures: Figures, quantile: "p50" | "p95"): string {
  return milliseconds(figures[quantile]);
}

function lateText({ timedOut, asked }: Figures): string {
  return timedOut === 0 ? "" : `timed out on ${timedOut} of ${asked}`;
}

function agreementText({ asked }: GraphResults, found: readonly Disagreement[]): string {
  const answers = asked.reduce((sum, each) => sum + Object.keys(each.answers).length, 0);
  const lines = found.map(({ asked: { kind, from, to }, measure, values, known }) => {
    const said = values.map(([engine, value]) => `${engine} ${value}`).join(", ");
    return `- ${kind} ${from} → ${to}, ${measure}: ${said}${known === null ? "" : ` (${known})`}`;
  });
  const verdict = found.length === 0 ? "all agree" : `${found.length} do not agree`;
  return [`${count(asked.length)} questions, ${count(answers)} answers: ${verdict}.`, ...lines].join("\n");
}
