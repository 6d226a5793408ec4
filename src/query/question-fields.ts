import { conditionFields } from "./condition-fields.ts";
import { endFields } from "./end-fields.ts";
import { aroundDefaults, bearingDefaults, commonDefaults, connectDefaults, pathDefaults, patternDefaults } from "./question.ts";
import { type Ask, asks, type FieldName, type QuestionField } from "./question-field.ts";

const sided = ["path", "bearing"] as const;
const bounded = ["path", "around", "connect", "common", "bearing"] as const;
const most = 1_000_000;

const sizeFields: readonly QuestionField[] = [
  {
    name: "kind",
    of: ["path"],
    group: "size",
    holds: {
      is: "choice",
      among: [
        { value: "shortest", words: "shortest paths", about: "all paths of the fewest hops" },
        {
          value: "k-shortest",
          words: "several shortest paths",
          about: "at least k paths with the fewest hops, ties complete; by weight the first k",
        },
        { value: "simple", words: "all paths", about: "every path, up to the bound on hops" },
        {
          value: "cheapest",
          words: "lightest paths",
          about: "all paths of the least weight: the sum over the hops, each as its lightest link",
        },
        {
          value: "strongest",
          words: "strongest paths",
          about: "all paths whose weakest hop is as strong as can be, then of the fewest hops",
        },
        {
          value: "disjoint",
          words: "independent paths",
          about: "as many paths as can be that share no entity inside, or no link",
        },
        {
          value: "earliest",
          words: "earliest paths",
          about: "in time order forward, all paths that arrive first, then of the fewest hops",
        },
      ],
    },
    option: "kind",
    key: "kind",
    label: "…",
    help: "what makes a path an answer",
    phrase: "…",
  },
  {
    name: "k",
    of: ["path"],
    group: "size",
    holds: { is: "whole", least: 1, most, served: 10_000 },
    option: "k",
    key: "k",
    label: "the … shortest",
    help: "k-shortest: how many paths; by hops, ties are complete",
    phrase: "the first …",
  },
  {
    name: "by",
    of: ["path"],
    group: "size",
    holds: {
      is: "choice",
      among: [
        { value: "hops", words: "hops" },
        { value: "weight", words: "weight" },
      ],
    },
    option: "by",
    key: "by",
    label: "short by …",
    help: "k-shortest: what makes a path short",
    phrase: "short by …",
  },
  {
    name: "apart",
    of: ["path"],
    group: "size",
    holds: {
      is: "choice",
      among: [
        { value: "entities", words: "entity" },
        { value: "links", words: "link" },
      ],
    },
    option: "apart",
    key: "apart",
    label: "no shared …",
    help: "disjoint: what no two paths share",
    phrase: "no two sharing an inner …",
  },
  {
    name: "maxHops",
    of: sided,
    group: "size",
    holds: { is: "whole", least: 0, most },
    option: "max-hops",
    key: "hops",
    label: "at most … hops",
    help: "at most so many hops",
    phrase: "at most … hops",
  },
  {
    name: "maxHops",
    of: ["connect"],
    group: "size",
    holds: { is: "whole", least: 1, most },
    option: "max-hops",
    key: "hops",
    label: "at most … hops",
    help: "at most so many hops between an entity and the network",
    phrase: "at most … hops each",
  },
  {
    name: "hops",
    of: ["around"],
    group: "size",
    holds: { is: "whole", least: 0, most },
    option: "hops",
    key: "hops",
    label: "within … hops",
    help: "at most so many hops",
    phrase: "within … hops",
  },
  {
    name: "atLeast",
    of: ["common"],
    group: "size",
    holds: { is: "whole", least: 1, most },
    option: "at-least",
    key: "atleast",
    label: "of at least …",
    help: "one step from at least so many of them; from all when left out",
    phrase: "one step from at least … of them",
  },
  {
    name: "limit",
    of: ["path", "pattern"],
    group: "size",
    holds: { is: "whole", least: 1, most, served: 10_000 },
    option: "limit",
    key: "limit",
    label: "at most … answers",
    help: "at most so many paths or matches",
    phrase: "at most … of them",
  },
  {
    name: "limit",
    of: ["around", "common"],
    group: "size",
    holds: { is: "whole", least: 1, most },
    option: "limit",
    key: "limit",
    label: "at most … entities",
    help: "at most so many entities",
    phrase: "at most … entities",
  },
  {
    name: "budgetMs",
    of: asks,
    group: "size",
    holds: { is: "whole", least: 1, most: 600_000, unit: "ms" },
    option: "budget",
    key: "budget",
    label: "at most … ms",
    help: "milliseconds at most; the answer says when they were not enough",
    phrase: "within … ms",
  },
];

const insideFields: readonly QuestionField[] = [
  {
    name: "via",
    of: sided,
    group: "inside",
    holds: { is: "entities" },
    option: "via",
    key: "via",
    label: "through …",
    help: "through this entity",
    phrase: "through …",
  },
  {
    name: "viaOrdered",
    of: sided,
    group: "inside",
    holds: { is: "flag" },
    option: "via-ordered",
    key: "ordered",
    label: "in this order",
    help: "through the entities of --via in the order given",
    phrase: "in this order",
  },
  {
    name: "avoid",
    of: asks,
    group: "inside",
    holds: { is: "entities" },
    option: "avoid",
    key: "avoid",
    label: "not through …",
    help: "not through this entity",
    phrase: "not through …",
  },
  {
    name: "types",
    of: bounded,
    group: "inside",
    holds: { is: "types" },
    option: "type",
    key: "type",
    label: "only through …",
    help: "only through entities of these types; those that the question names are free",
    phrase: "only through …",
  },
  {
    name: "notTypes",
    of: bounded,
    group: "inside",
    holds: { is: "types" },
    option: "not-type",
    key: "notype",
    label: "not through any …",
    help: "through no entities of these types",
    phrase: "through no …",
  },
  {
    name: "maxDegree",
    of: bounded,
    group: "inside",
    holds: { is: "whole", least: 1, most },
    option: "max-degree",
    key: "degree",
    label: "no hubs over … links",
    help: "not through entities with more links than that",
    phrase: "through nothing with more than … links",
  },
];

const alongFields: readonly QuestionField[] = [
  {
    name: "sourcesAlong",
    of: sided,
    group: "claims",
    holds: {
      is: "choice",
      among: [
        { value: "any", words: "whatever sources" },
        { value: "same", words: "one source for all hops", option: "one-source" },
        { value: "different", words: "no two hops from one source", option: "sources-differ" },
      ],
    },
    option: null,
    key: "along",
    label: "…",
    help: "one source carries every hop, or no two hops need the same source",
    phrase: "…",
  },
  {
    name: "timeOrder",
    of: sided,
    group: "time",
    holds: {
      is: "choice",
      among: [
        { value: "forward", words: "one after the other" },
        { value: "backward", words: "each before the last" },
      ],
    },
    option: "time-order",
    key: "time",
    label: "steps …",
    help: "the steps follow one another in time",
    phrase: "steps …",
  },
  {
    name: "maxGap",
    of: sided,
    group: "time",
    holds: { is: "days" },
    option: "max-gap",
    key: "gap",
    label: "at most … between steps",
    help: "with --time-order: at most so long from a step to the next: 30d, 4w, 6m, 1y",
    phrase: "at most … from a step to the next",
  },
];

/**
 * Every field of every question, once per meaning: the one table from which command line, HTTP schemas, address bar, page and
 * their documents are made. In the order in which they are shown.
 */
export const questionFields: readonly QuestionField[] = [
  ...endFields,
  ...sizeFields,
  ...insideFields,
  ...conditionFields.filter(({ group }) => group === "links"),
  ...conditionFields.filter(({ group }) => group === "claims"),
  ...alongFields.filter(({ group }) => group === "claims"),
  ...conditionFields.filter(({ group }) => group === "time"),
  ...alongFields.filter(({ group }) => group === "time"),
];

/** The fields of one question. */
export function fieldsOf(ask: Ask): QuestionField[] {
  return questionFields.filter(({ of }) => of.includes(ask));
}

const defaults: Readonly<Record<Ask, Readonly<Record<string, unknown>>>> = {
  path: pathDefaults,
  around: aroundDefaults,
  connect: connectDefaults,
  common: commonDefaults,
  bearing: bearingDefaults,
  pattern: patternDefaults,
};

/** What a field is when it is left out: null, an empty list, false, a number, a choice; undefined where it must be given. */
export function defaultOf(ask: Ask, name: FieldName): unknown {
  return Object.hasOwn(defaults[ask], name) ? defaults[ask][name] : undefined;
}
