import type { Credibility } from "../../claims/claim.ts";

/** The words of MISP's taxonomy `estimative-language`, as grades: what is nearly certain is still nobody's confirmation. */
const likelihoods: ReadonlyMap<string, Credibility> = new Map<string, Credibility>([
  ["almost-certain", 2],
  ["very-likely", 2],
  ["likely", 2],
  ["roughly-even-chance", 3],
  ["unlikely", 4],
  ["very-unlikely", 5],
  ["almost-no-chance", 5],
]);

/** The grade that the tags of a relation say; null where none does. */
export function gradeOfTags(tags: readonly string[]): Credibility | null {
  for (const tag of tags) {
    const word = /^estimative-language:likelihood-probability="([^"]*)"$/.exec(tag)?.[1];
    const grade = word === undefined ? undefined : likelihoods.get(word);
    if (grade !== undefined) return grade;
  }
  return null;
}
