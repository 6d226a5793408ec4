import type { EntityView, LinkGroup, LinkLine } from "../../case/views.ts";
import { failureLine, type PageEnv, tell } from "./page-env.ts";

/** The links of an entity come a page at a time: each group of them can be continued. */
export function linkPageActions(env: PageEnv) {
  const { store, api } = env;
  return {
    /** Puts the next links of a group of the entity that is shown behind those that are there. */
    moreLinks: async ({ relation, side, links }: LinkGroup): Promise<void> => {
      const { entity: loaded } = store.getState();
      const last = links.at(-1);
      if (loaded.state !== "ready" || last === undefined) return;
      const { id } = loaded.view.entity;
      try {
        const page = await api.moreLinks(id, { relation, side, after: last.from === id ? last.to : last.from });
        const { entity: now } = store.getState();
        if (now.state !== "ready" || now.view.entity.id !== id) return;
        store.setState({ entity: { state: "ready", view: withMore(now.view, { relation, side }, page.links) } });
      } catch (error) {
        tell(env, failureLine(env, error), "failed");
      }
    },
  };
}

/** The view with further links in one group; those that are there already change nothing. */
export function withMore(
  view: EntityView,
  { relation, side }: Pick<LinkGroup, "relation" | "side">,
  more: readonly LinkLine[],
): EntityView {
  const groups = view.groups.map((group) => {
    if (group.relation !== relation || group.side !== side) return group;
    const links = [...new Map([...group.links, ...more].map((link) => [link.id, link])).values()];
    return { ...group, links, count: Math.max(group.count, links.length) };
  });
  const shown = groups.reduce((sum, { links }) => sum + links.length, 0);
  return { ...view, groups, links: { ...view.links, shown } };
}
