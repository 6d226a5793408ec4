import {
  aroundDefaults,
  bearingDefaults,
  commonDefaults,
  connectDefaults,
  pathDefaults,
  patternDefaults,
  type Question,
} from "../../src/query/question.ts";
import { type Variant, variantNames, variantOf } from "./random-questions.ts";

/** Every field of a question as it is when nothing is asked of it. */
export const unasked: { readonly [A in Question["ask"]]: Readonly<Record<string, unknown>> } = {
  path: pathDefaults,
  around: aroundDefaults,
  connect: connectDefaults,
  common: commonDefaults,
  bearing: bearingDefaults,
  pattern: patternDefaults,
};

/** What a variant is made of, or what every question has: no options. */
const notOptions = new Set([
  "kind",
  "by",
  "apart",
  "k",
  "hops",
  "atLeast",
  "center",
  "entities",
  "nodes",
  "edges",
  "from",
  "to",
  "budgetMs",
]);
/** Fields whose values are options of their own. */
const choices = new Set(["direction", "sourcesAlong", "timeOrder"]);

/** The options that the question uses: fields that are not as they are unasked, and sides with several entities. */
export function optionsOf(question: Question): string[] {
  const bare = unasked[question.ask];
  const fields = Object.entries(question).filter(
    ([name, value]) => !notOptions.has(name) && JSON.stringify(value) !== JSON.stringify(bare[name]),
  );
  const ends = Object.entries(question).filter(([name, value]) => (name === "from" || name === "to") && value.length > 1);
  return [
    ...fields.map(([name, value]) => (choices.has(name) ? `${name} ${value}` : name)),
    ...ends.map(([name]) => `several ${name}`),
  ];
}

/** What came of a question. */
export type Outcome = "answered" | "empty" | "refused";

/** Counts what was asked: per variant, per option, per pair of options, and per option of a variant. */
export class Tally {
  readonly #variants = new Map<Variant, Record<Outcome, number>>();
  readonly #options = new Map<string, number>();
  readonly #pairs = new Map<string, number>();

  add(question: Question, outcome: Outcome): void {
    const variant = variantOf(question);
    const row = this.#variants.get(variant) ?? { answered: 0, empty: 0, refused: 0 };
    row[outcome]++;
    this.#variants.set(variant, row);
    if (outcome === "refused") return;
    const options = optionsOf(question).sort();
    for (const [at, option] of options.entries()) {
      count(this.#options, option);
      count(this.#pairs, `${variant} × ${option}`);
      for (const other of options.slice(at + 1)) count(this.#pairs, `${option} × ${other}`);
    }
  }

  /** Questions of a variant, or of all, by what came of them. */
  outcomes(variant?: Variant): Record<Outcome, number> {
    const total = { answered: 0, empty: 0, refused: 0 };
    for (const [name, row] of this.#variants)
      if (variant === undefined || variant === name)
        for (const outcome of ["answered", "empty", "refused"] as const) total[outcome] += row[outcome];
    return total;
  }

  /** Pairs that could be asked and never were. */
  missing(): string[] {
    return pairsOf(variantNames).filter((pair) => !this.#pairs.has(pair));
  }

  /** Rows of text: per variant what came of it, per option how often, and the pairs. */
  table(): string {
    const variants = [...this.#variants].map(
      ([name, { answered, empty, refused }]) =>
        `${name.padEnd(22)} ${[answered, empty, refused].map((each) => String(each).padStart(8)).join("")}`,
    );
    const options = [...this.#options].sort().map(([name, times]) => `${name.padEnd(22)} ${String(times).padStart(8)}`);
    const pairs = pairsOf(variantNames).map((pair) => [pair, this.#pairs.get(pair) ?? 0] as const);
    const covered = pairs.filter(([, times]) => times > 0);
    const [rarest, times] = covered.reduce((a, b) => (b[1] < a[1] ? b : a), ["none", Number.POSITIVE_INFINITY]);
    return [
      `${"asked".padEnd(22)} answered   empty refused`,
      ...variants,
      "",
      "option                    asked",
      ...options,
      "",
      `pairs asked: ${covered.length} of ${pairs.length}; least often: ${rarest}, ${times} times`,
    ].join("\n");
  }
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

const choiceValues: Readonly<Record<string, readonly string[]>> = {
  direction: ["direction forward", "direction backward"],
  sourcesAlong: ["sourcesAlong same", "sourcesAlong different"],
  timeOrder: ["timeOrder forward", "timeOrder backward"],
};

/** Every option that a question of the variant can have. */
function optionsOfVariant(variant: Variant): string[] {
  const ask = variant in unasked ? (variant as keyof typeof unasked) : "path";
  const fields = Object.keys(unasked[ask]).filter((name) => name !== "ask" && !notOptions.has(name));
  const heeded = fields.filter((name) => !(variant === "connect" && name === "direction"));
  const sides = ask === "path" || ask === "bearing" ? ["several from", "several to"] : [];
  return [...heeded.flatMap((name) => choiceValues[name] ?? [name]), ...sides];
}

const pathOptions = optionsOfVariant("shortest");

/** Every pair that can be asked: an option of a variant, two options of a path. */
function pairsOf(asked: readonly Variant[]): string[] {
  const options = pathOptions.toSorted();
  const ofOptions = options.flatMap((option, at) => options.slice(at + 1).map((other) => [option, other] as const));
  const ofVariants = asked.flatMap((variant) => optionsOfVariant(variant).map((option) => [variant, option] as const));
  return [...ofVariants, ...ofOptions].filter(([one, other]) => !excludes(one, other)).map((pair) => pair.join(" × "));
}

/** Two values of one choice; backward in time for what arrives earliest. */
function excludes(one: string, other: string): boolean {
  const choice = one.split(" ")[0]!;
  if (one === "earliest") return other === "timeOrder backward";
  return choice in choiceValues && choice === other.split(" ")[0];
}
