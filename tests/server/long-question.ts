const side = 24;

const name = (row: number, column: number) => `g${row}-${column}`;

/** A grid of 24 by 24 entities. */
export const gridLines: readonly object[] = [
  { clew: 1, name: "grid" },
  { kind: "source", id: "s", title: "Plan", text: "Streets." },
  ...each((row, column) => ({ kind: "entity", id: name(row, column), type: "place", name: name(row, column) })),
  ...each((row, column) => [
    ...(row > 0 ? [street(name(row - 1, column), name(row, column))] : []),
    ...(column > 0 ? [street(name(row, column - 1), name(row, column))] : []),
  ]),
];

/** A round trip through twelve places all over the grid: not answered within minutes. */
export const longQuestion = {
  from: name(0, 0),
  to: name(0, 1),
  via: Array.from({ length: 12 }, (_, at) => name((at * 7 + 3) % side, (at * 5 + 2) % side)),
  budgetMs: 60_000,
};

/** A grid has no round of an odd number of streets; what shows that takes hours. */
const oddRound = ["a:place", ...Array.from({ length: 16 }, (_, at) => `p${at}:place`), "a"].join(" -- ");

/** Questions of other kinds that are not answered within minutes, by their route. */
export const longQuestions: Readonly<Record<string, object>> = {
  bearing: longQuestion,
  pattern: { pattern: oddRound, budgetMs: 60_000 },
};

/** A question that is answered at once. */
export const shortQuestion = { from: name(0, 0), to: name(1, 1) };

function each<T>(made: (row: number, column: number) => T | readonly T[]): T[] {
  const cells = Array.from({ length: side * side }, (_, at) => made(Math.floor(at / side), at % side));
  return cells.flat() as T[];
}

function street(subject: string, object: string): object {
  const id = `${subject} ${object}`;
  return { kind: "claim", claim: "link", id, subject, relation: "linked-to", object, stance: "asserts", source: "s" };
}
