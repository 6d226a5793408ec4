import { join } from "node:path";
import { drawCase } from "../../bench/scale/data/reckoning.ts";
import { drawTargets } from "../../bench/scale/data/targets.ts";
import { type Outcome, ran } from "../outcome.ts";
import { inScratch } from "../scratch.ts";
import { generatedCase } from "./generated-case.ts";
import type { KindFigures } from "./load-mix.ts";
import { type LoadOutcome, runLoad } from "./run-load.ts";

/** What is held against the figures of a full run; the short one, beside other tests, looks for errors and losses only. */
export interface LoadBounds {
  readonly aloneMs: number;
  readonly importingMs: number;
  readonly readyMs: number;
}

export interface UnderLoad {
  readonly entities: number;
  readonly clients: number;
  readonly seconds: number;
  readonly importRows: number;
  readonly seed: number;
  readonly bounds: LoadBounds | null;
}

/** Clients who read and write at once, alone and while files are imported; then the server is killed and started again. */
export async function underLoad({ entities, bounds, ...how }: UnderLoad): Promise<Outcome> {
  return inScratch(async (folder) => {
    const drawn = drawCase({ entities, seed: how.seed });
    const casePath = join(folder, "load.clew");
    await generatedCase(casePath, drawn);
    const common = { ...how, casePath, folder, targets: drawTargets(drawn, 2000, how.seed + 1) };
    const alone = await runLoad({ ...common, importRows: 0, afterwards: "look for what was written" });
    const importing = await runLoad({ ...common, seed: how.seed + 2, afterwards: "check too" });
    const late = bounds === null ? [] : [...lateIn("alone", alone, bounds), ...lateIn("during an import", importing, bounds)];
    const figure = `alone: ${told(alone)}; during ${importing.imports} imports: ${told(importing)}`;
    return ran(figure, [...alone.broken, ...importing.broken, ...late]);
  });
}

function lateIn(when: string, { report, readyMs }: LoadOutcome, bounds: LoadBounds): string[] {
  const most = when === "alone" ? bounds.aloneMs : bounds.importingMs;
  const { p99 } = allOf(report.kinds);
  return [
    ...(p99 > most ? [`${when}: wanted a p99 of at most ${most} ms, got ${Math.round(p99)} ms`] : []),
    ...(readyMs > bounds.readyMs ? [`wanted to be ready after ${bounds.readyMs} ms, got ${Math.round(readyMs)} ms`] : []),
  ];
}

function allOf(kinds: readonly KindFigures[]): KindFigures {
  return kinds.find(({ kind }) => kind === "all")!;
}

function told({ report, readyMs }: LoadOutcome): string {
  const { asked, errors, p50, p99 } = allOf(report.kinds);
  const perKind = report.kinds.filter(({ kind }) => kind !== "all").map(({ kind, p99: each }) => `${kind} ${Math.round(each)}`);
  const perSecond = Math.round(asked / report.seconds);
  return (
    `${asked} requests (${perSecond} a second), ${errors} errors, p50 ${Math.round(p50)} ms, p99 ${Math.round(p99)} ms ` +
    `(${perKind.join(", ")}); killed and ready again after ${Math.round(readyMs)} ms`
  );
}
