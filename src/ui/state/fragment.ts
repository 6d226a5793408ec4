import type { Asked } from "./asked.ts";
import { type Pairs, questionPairs, readQuestion } from "./question-address.ts";

/** What the address bar keeps after the `#`: ids only, so that a link to a view says nothing to who cannot open the case. */
export interface Fragment {
  readonly entity: string | null;
  readonly link: string | null;
  readonly question: Asked | null;
}

export const emptyFragment: Fragment = { entity: null, link: null, question: null };

/** `order`: in which the reader gave the question's conditions. */
export function writeFragment({ entity, link, question }: Fragment, order: readonly string[] = []): string {
  const shown: Pairs = link !== null ? [["link", link]] : entity !== null ? [["entity", entity]] : [];
  const asked = question === null ? [] : questionPairs(question, order);
  return new URLSearchParams([...asked, ...shown].map((pair) => [...pair])).toString();
}

/** Reads what `writeFragment` wrote; what it does not know, or what is out of range, is left out. */
export function readFragment(hash: string): Fragment {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  return { entity: params.get("entity") || null, link: params.get("link") || null, question: readQuestion(params) };
}
