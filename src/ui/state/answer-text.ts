import type { Answer, AnswerClaim, AnswerPath, AnswerStep, PlainLink } from "../../query/answer.ts";
import { byAsk } from "./by-ask.ts";
import type { Names } from "./names.ts";
import { answersInWords, count, dateWords, nothingWords, skippedWords, stanceWords, stopWords } from "./words.ts";

interface TextNames extends Names {
  /** Partial date; null where it is not known. */
  readonly published: (source: string) => string | null;
}

/**
 * An answer as plain text, to be pasted into a letter: the question in words, the verdict, each hop or link
 * with who says what in which words, and the sources in a list that the numbers in brackets lead to. Names,
 * quotes and dates as they are; lines end with "\n".
 */
export function answerAsText(answer: Answer, { asked, names }: { readonly asked: string; readonly names: TextNames }): string {
  const cited = new Cited(names);
  const body = byAsk(answer, {
    path: ({ paths, why }) => [
      ...paths.flatMap((path, at) => ["", ...pathLines(path, at + 1, cited)]),
      ...(why?.cut ?? []),
      ...(why?.loosen ?? []).map(({ text, hops }) => `- ${text}: ${count(hops, "hop")}`),
    ],
    around: ({ entities, links }) => [
      `${answersInWords("around", entities.length)}, ${count(links.length, "link")}.`,
      ...links.flatMap((link) => linkLines(link, cited)),
    ],
    connect: ({ sentence, links, fragments }) => [
      sentence,
      ...(fragments.length < 2 ? [] : fragments.map((ids) => `Joined with one another: ${ids.map(names.entity).join(", ")}`)),
      ...links.flatMap((link) => linkLines(link, cited)),
    ],
    common: ({ common }) =>
      common.flatMap(({ name, ties, reaches }, at) => [
        "",
        `${at + 1}. ${name} (${reaches} of the named)`,
        ...ties.flatMap(({ links }) => links.flatMap((link) => linkLines(link, cited))),
      ]),
    bearing: ({ sentence, sources, claims, links, entities }) => [
      sentence,
      ...sources.map(({ id, title }) => `- source: ${title} ${cited.mark(id)}`),
      ...entities.map(({ name }) => `- entity: ${name}`),
      ...links.map((link) => `- link: ${linkWords(link, names)} (${link.standing})`),
      ...claims.flatMap(({ link, ...claim }) => [`- claim: ${linkWords(link, names)}`, claimLine(claim, cited)]),
    ],
    pattern: ({ matches }) =>
      matches.flatMap(({ entities, steps, standing }, at) => [
        "",
        `${at + 1}. ${entities.map(({ name }) => name).join(" · ")} (${standing})`,
        ...stepLines(steps, cited),
      ]),
  });
  const given = givenBy(answer);
  const closing = [stopWords(answer, given), skippedWords("skipped" in answer ? answer.skipped : null)];
  return [
    asked,
    ...(given === 0 && answer.question.ask !== "bearing" ? [nothingWords(answer)] : []),
    ...body,
    ...closing.filter((line) => line !== null),
    ...cited.list(),
    "",
  ].join("\n");
}

/** How many answers an answer gives, of those that its question counts. */
export function givenBy(answer: Answer): number {
  return byAsk(answer, {
    path: ({ paths }) => paths.length,
    around: ({ entities }) => entities.length,
    connect: ({ entities }) => entities.length,
    common: ({ common }) => common.length,
    bearing: ({ sources, claims, links, entities }) => sources.length + claims.length + links.length + entities.length,
    pattern: ({ matches }) => matches.length,
  });
}

/** Sources in the order in which they were first cited. */
class Cited {
  readonly names: TextNames;
  readonly #sources: string[] = [];

  constructor(names: TextNames) {
    this.names = names;
  }

  mark(source: string): string {
    if (!this.#sources.includes(source)) this.#sources.push(source);
    return `[${this.#sources.indexOf(source) + 1}]`;
  }

  list(): readonly string[] {
    if (this.#sources.length === 0) return [];
    const lines = this.#sources.map((source, at) => {
      const published = this.names.published(source);
      return `[${at + 1}] ${this.names.source(source)}${published === null ? "" : `, ${dateWords(published)}`}`;
    });
    return ["", "Sources", ...lines];
  }
}

function pathLines(path: AnswerPath, number: number, cited: Cited): readonly string[] {
  const chain = path.entities.map(({ name }) => name).join(" – ");
  return [`${number}. ${chain}`, `   ${path.sentence}`, ...stepLines(path.steps, cited)];
}

function stepLines(steps: readonly AnswerStep[], cited: Cited): readonly string[] {
  return steps.flatMap(({ links }) => links.flatMap((link) => linkLines(link, cited)));
}

function linkLines(link: PlainLink, cited: Cited): readonly string[] {
  return [`   ${linkWords(link, cited.names)} (${link.standing})`, ...link.claims.map((claim) => claimLine(claim, cited))];
}

function linkWords({ from, relation, to }: PlainLink, names: Names): string {
  return `${names.entity(from)} ${names.relation(relation)} ${names.entity(to)}`;
}

function claimLine({ source, speaker, stance, quote, said, during }: AnswerClaim, cited: Cited): string {
  const whose = speaker === null ? stanceWords(stance, null) : `${cited.names.entity(speaker)} ${stanceWords(stance, "")}`;
  const words = quote === null ? "without a quote" : `“${quote.replaceAll(/\s+/gu, " ").trim()}”`;
  const when = [said === null ? "" : `said ${dateWords(said)}`, during === null ? "" : `held ${dateWords(during)}`];
  return `     - ${[`${words} ${cited.mark(source)}`, whose, ...when].filter((part) => part !== "").join(", ")}`;
}
