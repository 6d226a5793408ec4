import type { BearingAnswer } from "./answer.ts";
import { listInWords, nameInWords, titleInWords } from "./in-words.ts";

type Bears = Pick<BearingAnswer, "linked" | "complete" | "sources" | "claims" | "links" | "entities">;

/** On how many sources, claims, links and entities a connection rests; sources and entities by name, where they are few. */
export function bearingSentence(bears: Bears): string {
  const { linked, complete } = bears;
  if (!linked) return complete ? "There is no path." : "No path was found in the time given.";
  const parts = partsInWords(bears);
  if (parts.length === 0 && !complete) return "There is a path; the time given did not do to see what it rests on.";
  if (parts.length === 0) return "It rests on nothing alone: whatever one thing falls, a path is left.";
  const others = complete ? "" : " The time given did not do to see what else it rests on.";
  const one = parts.length === 1 && parts[0]!.count === 1;
  const falls = one ? "if it falls, no path is left" : "if any one of them falls, no path is left";
  return `It rests on ${listInWords(parts.map(({ text }) => text))}: ${falls}.${others}`;
}

function partsInWords({ sources, claims, links, entities }: Bears): { count: number; text: string }[] {
  const part = (names: readonly string[], one: string, many: string) => {
    const named = names.length <= MOST_NAMED && names[0] !== "" ? ` (${listInWords(names)})` : "";
    return { count: names.length, text: `${names.length} ${names.length === 1 ? one : many}${named}` };
  };
  const parts = [
    part(
      sources.map(({ title }) => titleInWords(title)),
      "source",
      "sources",
    ),
    part(
      claims.map(() => ""),
      "claim",
      "claims",
    ),
    part(
      links.map(() => ""),
      "link",
      "links",
    ),
    part(
      entities.map(({ name }) => nameInWords(name)),
      "entity",
      "entities",
    ),
  ];
  return parts.filter(({ count }) => count > 0);
}

/** More names than these are only counted. */
const MOST_NAMED = 3;
