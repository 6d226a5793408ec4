import { parseArgs } from "node:util";
import { BadInput } from "../../../src/base/problem.ts";
import { type CaseSizeName, caseSizeNames } from "./data/case-size.ts";

export interface ScaleOptions {
  readonly sizes: readonly CaseSizeName[];
  /** Whether LadybugDB copies the same entities and links. */
  readonly peer: boolean;
  /** Questions of each kind. */
  readonly questions: number;
  /** Seconds of load on the large case; 0 for none. */
  readonly loadSeconds: number;
  readonly seed: number;
  /** Where data and cases stay, a folder for each size; null for a folder that is gone afterwards. */
  readonly keep: string | null;
  /** Whether a case that lies there is asked as it is, and not read in anew. */
  readonly reuse: boolean;
  readonly json: string | null;
}

export const scaleUsage = `npm run bench -- scale [options]
  --size small|medium|large|all   default small; several with commas
  --peers ladybug|none            default ladybug
  --questions N                   of each kind, default 300
  --load SECONDS                  a hundred clients on the large case, default 60; 0 for none
  --keep FOLDER                   data and cases stay there, and are found there again
  --reuse                         a case found there is not imported anew
  --seed N                        default 1
  --json FILE                     writes the figures there`;

/** Throws BadInput for an option that there is not, or a value that it cannot have. */
export function scaleOptionsOf(args: readonly string[]): ScaleOptions {
  const values = parsed(args);
  if (values.peers !== "ladybug" && values.peers !== "none")
    throw new BadInput(`--peers: wanted ladybug or none, got ${JSON.stringify(values.peers)}`);
  return {
    sizes: sizesIn(values.size),
    peer: values.peers === "ladybug",
    questions: wholeNumber("--questions", values.questions, 1),
    loadSeconds: wholeNumber("--load", values.load, 0),
    seed: wholeNumber("--seed", values.seed, 0),
    keep: values.keep ?? null,
    reuse: values.reuse,
    json: values.json ?? null,
  };
}

function parsed(args: readonly string[]) {
  const text = (value: string) => ({ type: "string" as const, default: value });
  const flag = { type: "boolean" as const, default: false };
  try {
    const options = {
      size: text("small"),
      peers: text("ladybug"),
      questions: text("300"),
      load: text("60"),
      seed: text("1"),
      keep: { type: "string" as const },
      reuse: flag,
      json: { type: "string" as const },
    };
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (cause) {
    throw new BadInput(`bench: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function sizesIn(value: string): CaseSizeName[] {
  if (value === "all") return [...caseSizeNames];
  return value.split(",").map((name) => {
    const found = caseSizeNames.find((each) => each === name);
    if (found === undefined)
      throw new BadInput(`--size: wanted some of ${caseSizeNames.join(", ")}, got ${JSON.stringify(name)}`);
    return found;
  });
}

function wholeNumber(option: string, value: string, least: number): number {
  if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value);
  throw new BadInput(`${option}: wanted a whole number from ${least}, got ${JSON.stringify(value)}`);
}
