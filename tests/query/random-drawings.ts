import * as fc from "fast-check";

/** The entities that questions name; `p` speaks, and is linked now and then. */
export const drawnEntities = ["a", "b", "c", "d", "e", "f", "g"];
export const drawnSources = ["s1", "s2", "s3", "s4"];
export const drawnRelations = ["r", "funds", "member-of", "near", "relative-of"];
/** A small tree: companies and armed groups are organizations, cities are places. */
const drawnTypes = ["person", "person", "organization", "company", "armed-group", "place", "city"];

/** Exact days, dates known in part, open, unknown, approximate and uncertain ends, and what is no date. */
const dates = [
  ...["2013", "2014", "2014-03", "2014-03-05", "2014-03-07", "2015", "2015-01-01", "2016-02"],
  ...[
    "~2014",
    "2014?",
    "2014-03-06~",
    "2013/2015",
    "2014-03-01/2014-03-20",
    "2014/..",
    "../2014",
    "2015/",
    "/2014-06",
    "2014-02/~2015",
    "soon",
  ],
];

const sometimes = (text: fc.Arbitrary<string>, weight = 1) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant("") }, { weight, arbitrary: text });

/** A claim as a drawing has it: asserted more often than not, in part dated, graded, quoted, weighed, echoed, spoken. */
const claim = fc
  .tuple(
    fc.constantFrom(...drawnSources),
    fc.constantFrom("", "", "", "", "?", "!"),
    fc.constantFrom("", "", "", "@a", "@p"),
    fc.constantFrom("", "", "", "", "=s1", "=s2", "=s5"),
    sometimes(fc.constantFrom("*0.5", "*2", "*3", "*4.25", "*0.1", "*0.2", "*0.3", "*1000", "*0", "*-1")),
    sometimes(fc.constantFrom("%1", "%2", "%3", "%5"), 3),
    sometimes(fc.constant('"'), 3),
    sometimes(
      fc.constantFrom(...dates).map((date) => `[${date}]`),
      4,
    ),
    sometimes(
      fc.constantFrom(...dates).map((date) => `{${date}}`),
      2,
    ),
  )
  .map((parts) => parts.join(""));

const near = fc.constantFrom(...drawnEntities, ...drawnEntities, "p");
/** Entities that no question names make ways longer. */
const far = fc.constantFrom(...drawnEntities, ..."hijklmn", "p");

const linkBetween = (end: fc.Arbitrary<string>) =>
  fc
    .tuple(
      end,
      end,
      fc.constantFrom("> ", "> ", ">:funds", ">:member-of", "- ", "-:relative-of"),
      fc.array(claim, { minLength: 1, maxLength: 4 }),
    )
    .map(([from, to, kind, claims]) => `${from}${kind[0]}${to}${kind.slice(1).trim()}(${claims.join(",")})`);

const grades = fc.tuple(...drawnSources.map((id) => fc.constantFrom(`#${id}`, `#${id}:A`, `#${id}:B`, `#${id}:C`, `#${id}:F`)));

const entityWords = fc.tuple(
  ...[...drawnEntities, "p"].map((id) =>
    fc.constantFrom(...drawnTypes).map((type) => (type === "person" ? id : `${id}/${type}`)),
  ),
);

const links = fc.oneof(
  { withCrossShrink: true },
  { weight: 1, arbitrary: fc.array(linkBetween(near), { maxLength: 10 }) },
  { weight: 3, arbitrary: fc.array(linkBetween(near), { minLength: 10, maxLength: 24, size: "max" }) },
  { weight: 2, arbitrary: fc.array(linkBetween(far), { minLength: 14, maxLength: 26, size: "max" }) },
);

/** Small multigraphs as words of a drawing: self-loops, parallel links, symmetric relations; sparse ones, dense ones, long ones. */
export const randomDrawing: fc.Arbitrary<readonly string[]> = fc.tuple(entityWords, grades, links).map((words) => words.flat());

const crowd = fc.constantFrom(...drawnEntities, ...drawnEntities, ...Array.from({ length: 24 }, (_, at) => `n${at}`));

/** More entities than a search can be exhausted among by trying everything: only short paths are asked for. */
export const wideDrawing: fc.Arbitrary<readonly string[]> = fc
  .tuple(entityWords, grades, fc.array(linkBetween(crowd), { minLength: 50, maxLength: 90, size: "max" }))
  .map((words) => words.flat());

/** Entities of a drawing that is not wide, at most. */
export const smallEntities = 15;
/** What a question on a wide drawing has for `maxHops` at most. */
export const wideHops = 4;

/** Dates as a question asks about them. */
export const askedDate = fc.constantFrom("2014", "2014-03", "2014-03-05", "2015", "~2014");
export const askedInterval = fc.constantFrom(
  "2014",
  "2013/2015",
  "2014-03-01/2014-03-31",
  "2014-06/..",
  "../2014-03-06",
  "2015/",
  "2014?",
);
