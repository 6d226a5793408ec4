import type { PartView } from "../../case/overview/overview-views.ts";
import type { CaseView } from "../../case/views.ts";
import { type GraphIndex, indexGraph } from "./graph-index.ts";

/** Cases of up to so many entities are drawn whole: more names than that no canvas shows, and no eye sorts. */
export const drawnWhole = 2_000;

/** What of the case is on the canvas. */
export type Board =
  /** All of a case that is small enough. */
  | { readonly kind: "whole" }
  /** A large case by its communities. */
  | { readonly kind: "overview" }
  /** What somebody put together, of a large case. */
  | { readonly kind: "chart" }
  | PartBoard;

/** Some entities of a large case, the first `limit` of `total`. */
export interface PartBoard {
  readonly kind: "part";
  readonly part: Part;
  readonly limit: number;
  readonly total: number;
}

/** Around an entity; the community of one of its most linked; what claims are of a date or an interval. */
export interface Part {
  readonly by: PartBy;
  readonly of: string;
}

export const partKinds = ["around", "community", "held", "said", "published"] as const;
export type PartBy = (typeof partKinds)[number];

/** How many entities are drawn first, and added by each further step. */
export const partStep: Readonly<Record<PartBy, number>> = { around: 60, community: 150, held: 60, said: 60, published: 60 };
/** What the server gives at most. */
export const mostOfPart = 500;

export const overviewBoard: Board = { kind: "overview" };

/** The same drawing, with more or less on it: places stay. */
export function boardKey(board: Board): string {
  return board.kind === "part" ? `part ${board.part.by} ${board.part.of}` : board.kind;
}

/** The entities and links of a part as what is on the canvas. */
export function graphOfPart({ revision, entities, links }: PartView, { stats }: Pick<CaseView, "stats">): GraphIndex {
  return indexGraph({ revision, whole: false, total: { entities: stats.entities, links: stats.links }, entities, links });
}

export function emptyGraph(view: Pick<CaseView, "stats" | "revision">): GraphIndex {
  return graphOfPart({ revision: view.revision, total: 0, entities: [], links: [] }, view);
}
