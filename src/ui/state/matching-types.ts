import type { EntityType } from "../../claims/ontology.ts";

export interface MatchingType {
  readonly id: string;
  /** "any armed group" */
  readonly words: string;
}

const most = 4;

/** Types that a text may mean, "any person", "person" or "people", by the beginnings of their words; those with the shortest label first. */
export function matchingTypes(text: string, types: readonly EntityType[]): readonly MatchingType[] {
  const [, any, asked = ""] = /^\s*(any\s*)?(.*?)\s*$/iu.exec(text.toLowerCase()) ?? [];
  if (asked === "") return any === undefined ? [] : named(types);
  if (asked.length < 2) return [];
  return named(types.filter(({ label, plural }) => [label, plural].some((words) => begins(words.toLowerCase(), asked))));
}

function begins(words: string, asked: string): boolean {
  return words.startsWith(asked) || words.includes(` ${asked}`);
}

function named(types: readonly EntityType[]): readonly MatchingType[] {
  const sorted = [...types].sort((a, b) => a.label.length - b.label.length || (a.label < b.label ? -1 : 1));
  return sorted.slice(0, most).map(({ id, label }) => ({ id, words: `any ${inSentence(label)}` }));
}

/** "Person" as it stands in a sentence; "NGO" keeps its letters. */
export function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;
}
