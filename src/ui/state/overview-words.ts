import type { CommunitiesView, CommunityView, TimeView } from "../../case/overview/overview-views.ts";
import type { PartBoard } from "./board.ts";
import type { PageState } from "./page-state.ts";
import { count, dateWords, shortName } from "./words.ts";

/** "Gazprom, Rosneft and 12,410 more": a community by its most linked. */
export function communityName({ members, entities }: Pick<CommunityView, "members" | "entities">): string {
  const shown = members.slice(0, 2).map(({ name }) => shortName(name, 40));
  const more = entities - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more.toLocaleString("en")} more` : shown.join(" and ");
}

/** What a line between two communities stands for; null for one that is not among them. */
export function bundleWords({ bundles, largest }: CommunitiesView, link: string): string | null {
  const bundle = bundles.find(({ a, b }) => `bundle ${a} ${b}` === link);
  if (bundle === undefined) return null;
  const name = (id: string) => shortName(largest.find((one) => one.id === id)?.members[0]?.name ?? id, 40);
  const parts = bundle.standings
    .filter(({ links }) => links > 0)
    .map(({ standing, links }) => `${links.toLocaleString("en")} ${standing}`);
  return `${count(bundle.links, "link")} between the communities of ${name(bundle.a)} and ${name(bundle.b)}: ${parts.join(", ")}.`;
}

/** "As of 3 changes ago, 1 April 2024"; null when nothing came since. */
export function ageWords({ at, changesSince }: Pick<CommunitiesView, "at" | "changesSince">): string | null {
  return changesSince <= 0 ? null : `as of ${dateWords(at.slice(0, 10))}, ${count(changesSince, "change")} ago`;
}

/** How many of the communities are drawn, and how old they are. */
export function communitiesWords(communities: CommunitiesView): string {
  const { largest, count: all } = communities;
  const some =
    all > largest.length
      ? `The ${largest.length} largest of ${count(all, "community", "communities")}`
      : count(all, "community", "communities");
  const age = ageWords(communities);
  return age === null ? some : `${some}, ${age}`;
}

/** What is drawn of a part: "Around Russia: 60 of 1,501". */
export function partWords({ part, total }: PartBoard, { graph }: Pick<PageState, "graph">): string {
  const shown = graph?.view.entities.length ?? 0;
  const of =
    shown < total ? `${shown.toLocaleString("en")} of ${total.toLocaleString("en")}` : count(total, "entity", "entities");
  const first = shortName(graph?.view.entities[0]?.name ?? part.of, 40);
  const title: Readonly<Record<typeof part.by, string>> = {
    around: `Around ${first}`,
    community: `Community of ${first}`,
    held: `Held in ${whenWords(part.of)}`,
    said: `Said in ${whenWords(part.of)}`,
    published: `Published in ${whenWords(part.of)}`,
  };
  return `${title[part.by]}: ${of}`;
}

/** "2014", "March 2014", "2010 to 2014". */
export function whenWords(when: string): string {
  const [from = "", to] = when.split("/");
  return to === undefined ? dateWords(from) : `${dateWords(from)} to ${dateWords(to)}`;
}

export const stepWords: Readonly<Record<TimeView["step"], string>> = {
  month: "by month",
  year: "by year",
  "5 years": "in steps of 5 years",
  "10 years": "by decade",
  "50 years": "in steps of 50 years",
  "100 years": "by century",
};
