import { expect, it } from "vitest";
import { builtInOntology } from "../../src/claims/built-in-ontology.ts";
import { type CommunityGraph, communityNodeId, communityScene } from "../../src/view/community-scene.ts";

const given = { ontology: builtInOntology, theme: "light" } as const;

function community(id: string, entities: number) {
  return { id, entities, members: [{ name: `Head of ${id}` }], types: [{ type: "person", entities }] };
}

function bundle(a: string, b: string, links: number, denied = 0): CommunityGraph["bundles"][number] {
  return {
    ...{ a, b, links },
    standings: [
      { standing: "stated", links: links - denied },
      { standing: "denied", links: denied },
    ],
  };
}

it("names a community after its most linked, says how large it is, and draws it by its share of the largest", () => {
  const { nodes } = communityScene({ largest: [community("a", 1200), community("b", 12)], bundles: [] }, given);
  expect(nodes.map(({ label }) => label)).toEqual(["Head of a · 1,200", "Head of b · 12"]);
  expect(nodes[0]?.typeLabel).toBe("Community of 1,200, mostly people");
  expect(nodes[0]!.size).toBeGreaterThan(nodes[1]!.size * 2);
  expect(nodes[0]?.id).not.toBe("a");
});

it("draws a bundle as thick as it has links, dashed as most of them stand", () => {
  const largest = ["a", "b", "c"].map((id) => community(id, 10));
  const { edges } = communityScene({ largest, bundles: [bundle("a", "b", 90, 60), bundle("b", "c", 10, 4)] }, given);
  expect(edges.map(({ standing, label }) => [standing, label])).toEqual([
    ["denied", "90 links"],
    ["stated", "10 links"],
  ]);
  expect(edges[0]!.form.width).toBeGreaterThan(edges[1]!.form.width);
  expect(edges[0]?.form.dash.length).toBeGreaterThan(0);
  expect(edges[0]).toMatchObject({ from: communityNodeId("a"), to: communityNodeId("b"), arrow: false });
});

it("draws the strongest two bundles of each community, and no node twice", () => {
  const ids = Array.from({ length: 12 }, (_, at) => `c${at}`);
  const bundles = ids.flatMap((a, at) => ids.slice(at + 1).map((b, on) => bundle(a, b, 1000 - at * 20 - on)));
  const { nodes, edges } = communityScene({ largest: ids.map((id) => community(id, 5)), bundles }, given);
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(12);
  expect(edges.length).toBeLessThanOrEqual(24);
  for (const id of ids)
    expect(edges.some(({ from, to }) => from === communityNodeId(id) || to === communityNodeId(id))).toBe(true);
});
