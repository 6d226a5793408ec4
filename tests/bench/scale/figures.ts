import { quantile } from "../report/quantile.ts";
import type { Facts } from "./data/reckoning.ts";

export interface Figure {
  /** As it is printed; goals and the table of growth find it by this. */
  readonly name: string;
  readonly value: number;
  readonly unit: "ms" | "bytes" | "per second" | "of them";
}

/** What one size gave. */
export interface SizeResults {
  readonly size: string;
  readonly facts: Facts;
  readonly figures: readonly Figure[];
  /** What was answered and is not so. */
  readonly wrong: readonly string[];
}

/** Collects the figures of a size, and what was wrong in the answers. */
export class Figures {
  readonly list: Figure[] = [];
  readonly wrong: string[] = [];

  add(name: string, value: number, unit: Figure["unit"] = "ms"): void {
    this.list.push({ name, value, unit });
  }

  /** Median and 99th percentile of so many times. */
  times(name: string, list: readonly number[]): void {
    if (list.length === 0) return;
    const sorted = [...list].sort((a, b) => a - b);
    this.add(`${name}, p50`, quantile(sorted, 0.5));
    this.add(`${name}, p99`, quantile(sorted, 0.99));
  }

  /** Notes an answer that is not what it must be. */
  expect(what: string, wanted: unknown, got: unknown): void {
    const [one, other] = [JSON.stringify(wanted), JSON.stringify(got)];
    if (one !== other) this.wrong.push(`${what}: wanted ${one.slice(0, 200)}, got ${String(other).slice(0, 200)}`);
  }
}

export function figureOf(results: Pick<SizeResults, "figures">, name: string): number | null {
  return results.figures.find((figure) => figure.name === name)?.value ?? null;
}
