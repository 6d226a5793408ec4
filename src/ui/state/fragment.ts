import type { Asked } from "./asked.ts";
import { mostOfPart, type Part, type PartBy, partKinds, partStep } from "./board.ts";
import { type Pairs, questionPairs, readQuestion } from "./question-address.ts";

/** What the address bar keeps after the `#`: ids only, so that a link to a view says nothing to who cannot open the case. */
export interface Fragment {
  /** Of a large case the part that is drawn; null for the overview. */
  readonly board: AddressedBoard | null;
  readonly entity: string | null;
  readonly link: string | null;
  readonly question: Asked | null;
}

type AddressedBoard = { readonly kind: "chart" } | { readonly kind: "part"; readonly part: Part; readonly limit: number };

export const emptyFragment: Fragment = { board: null, entity: null, link: null, question: null };

/** None of them a key of a question. */
const partKeys: Readonly<Record<PartBy, string>> = {
  around: "near",
  community: "community",
  held: "heldin",
  said: "saidin",
  published: "publishedin",
};

/** `order`: in which the reader gave the question's conditions. */
export function writeFragment({ board, entity, link, question }: Fragment, order: readonly string[] = []): string {
  const shown: Pairs = link !== null ? [["link", link]] : entity !== null ? [["entity", entity]] : [];
  const asked = question === null ? [] : questionPairs(question, order);
  return new URLSearchParams([...asked, ...boardPairs(board), ...shown].map((pair) => [...pair])).toString();
}

/** Reads what `writeFragment` wrote; what it does not know, or what is out of range, is left out. */
export function readFragment(hash: string): Fragment {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  return {
    board: readBoard(params),
    entity: params.get("entity") || null,
    link: params.get("link") || null,
    question: readQuestion(params),
  };
}

function boardPairs(board: AddressedBoard | null): Pairs {
  if (board === null) return [];
  if (board.kind === "chart") return [["chart", "1"]];
  const { part, limit } = board;
  const drawn: Pairs = limit === partStep[part.by] ? [] : [["drawn", String(limit)]];
  return [[partKeys[part.by], part.of], ...drawn];
}

function readBoard(params: URLSearchParams): AddressedBoard | null {
  if (params.get("chart") === "1") return { kind: "chart" };
  for (const by of partKinds) {
    const of = params.get(partKeys[by]);
    if (of === null || of === "") continue;
    const drawn = params.get("drawn") ?? "";
    const limit = /^\d{1,3}$/.test(drawn) && Number(drawn) >= 1 && Number(drawn) <= mostOfPart ? Number(drawn) : partStep[by];
    return { kind: "part", part: { by, of }, limit };
  }
  return null;
}
