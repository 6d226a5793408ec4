import { randomFrom } from "./random-from.ts";

/** Seeded damage to a text: cut, doubled, swapped, replaced and inserted pieces, some of them poison. The same seed gives the same mutants. */
export function* mutantsOf(text: string, { count, seed }: { readonly count: number; readonly seed: number }): Iterable<string> {
  const random = randomFrom(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  for (let made = 0; made < count; made++) {
    let mutant = text;
    for (let rounds = 1 + upTo(4); rounds > 0; rounds--) {
      const [from, length] = [upTo(mutant.length + 1), upTo(40)];
      const piece = [
        poisons[upTo(poisons.length)]!,
        "",
        mutant.slice(from, from + length).repeat(2),
        String.fromCharCode(upTo(0x10000)),
      ][upTo(4)]!;
      mutant = mutant.slice(0, from) + piece + mutant.slice(from + upTo(2) * length);
    }
    yield mutant;
  }
}

const poisons = [
  ...[
    '"',
    "'",
    ",",
    ";",
    "\n",
    "\r",
    "\t",
    "\0",
    "\uFEFF",
    "\uD800",
    "{",
    "}",
    "[",
    "]",
    ":",
    "null",
    "true",
    "-1",
    "1e999",
    "NaN",
  ],
  ...[
    "__proto__",
    '"__proto__":{"polluted":1},',
    "[".repeat(2_000),
    "<",
    ">",
    "]]>",
    "&",
    "\u202E",
    "🧶",
    '"kind":"entity",',
    '"start":-5,',
  ],
];
