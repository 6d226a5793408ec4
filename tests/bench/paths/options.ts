import { parseArgs } from "node:util";
import { BadInput } from "../../../src/base/problem.ts";
import { type Kind, kinds } from "./engine.ts";
import { engines } from "./engines/engines.ts";
import { type Shape, type SizeName, shapes, sizeNames } from "./graph/bench-graph.ts";

export interface Options {
  readonly sizes: readonly SizeName[];
  readonly shapes: readonly Shape[];
  readonly engines: readonly string[];
  readonly kinds: readonly Kind[];
  /** Pairs of each kind that the fast engines are asked; the slow ones the first of them. */
  readonly pairs: number;
  readonly slowPairs: number;
  readonly deadlineMs: number;
  readonly seed: number;
  /** Whether the machine does other work meanwhile, so that the clock on the wall says little. */
  readonly busy: boolean;
  /** Where the figures are written as JSON; null for nowhere. */
  readonly json: string | null;
}

export const usage = `npm run bench -- paths [options]
  --size small|medium|large|all         default small; several with commas
  --shape scale-free|clustered|all      default scale-free
  --peers NAMES                         default ${peerNames().join()}; none for none
  --kinds NAMES                         default all: ${kinds.join()}
  --pairs N                             pairs of each kind for Clew and the limit, default 100
  --slow-pairs N                        how many of them the peers are asked, default 20
  --deadline SECONDS                    for a question, default 10
  --seed N                              default 1
  --busy                                the machine does other work: longer times are of the processor
  --json FILE                           writes the figures there`;

/** Throws BadInput for an option that there is not, or a value that it cannot have. */
export function optionsOf(args: readonly string[]): Options {
  const values = parsed(args);
  return {
    sizes: chosen("--size", values.size, sizeNames),
    shapes: chosen("--shape", values.shape, shapes),
    engines: ["clew", "limit", ...(values.peers === "none" ? [] : chosen("--peers", values.peers, peerNames()))],
    kinds: chosen("--kinds", values.kinds, kinds),
    pairs: wholeNumber("--pairs", values.pairs),
    slowPairs: wholeNumber("--slow-pairs", values["slow-pairs"]),
    deadlineMs: 1000 * wholeNumber("--deadline", values.deadline),
    seed: wholeNumber("--seed", values.seed),
    busy: values.busy,
    json: values.json ?? null,
  };
}

function parsed(args: readonly string[]) {
  const text = (value: string) => ({ type: "string" as const, default: value });
  try {
    const options = {
      size: text("small"),
      shape: text("scale-free"),
      peers: text("all"),
      kinds: text("all"),
      pairs: text("100"),
      "slow-pairs": text("20"),
      deadline: text("10"),
      seed: text("1"),
      busy: { type: "boolean" as const, default: false },
      json: { type: "string" as const },
    };
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (cause) {
    throw new BadInput(`bench: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function peerNames(): string[] {
  return Object.entries(engines).flatMap(([name, { slow }]) => (slow ? [name] : []));
}

function chosen<T extends string>(option: string, value: string, among: readonly T[]): T[] {
  if (value === "all") return [...among];
  return value.split(",").map((name) => {
    const found = among.find((each) => each === name);
    if (found === undefined) throw new BadInput(`${option}: wanted some of ${among.join(", ")}, got ${JSON.stringify(name)}`);
    return found;
  });
}

function wholeNumber(option: string, value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new BadInput(`${option}: wanted a whole number above 0, got ${JSON.stringify(value)}`);
}
