import { expect, test } from "vitest";
import type { EntityView, LinkLine } from "../../../src/case/views.ts";
import { withMore } from "../../../src/ui/state/link-page-actions.ts";

const line = (id: string) => ({ id }) as unknown as LinkLine;
const view = {
  groups: [
    { relation: "owns", side: "out", label: "owns", count: 5, links: [line("a"), line("b")] },
    { relation: "owns", side: "in", label: "owned by", count: 1, links: [line("z")] },
  ],
  links: { shown: 3, total: 6 },
} as unknown as EntityView;

test("further links go behind those of their group, each once, and are counted as shown", () => {
  const more = withMore(view, { relation: "owns", side: "out" }, [line("b"), line("c"), line("d")]);
  expect(more.groups.map(({ links }) => links.map(({ id }) => id))).toEqual([["a", "b", "c", "d"], ["z"]]);
  expect(more.links).toEqual({ shown: 5, total: 6 });
  expect(view.groups[0]!.links).toHaveLength(2);
});
