import { describe, expect, test } from "vitest";
import { entityId } from "../../src/base/ids.ts";
import { builtInOntology } from "../../src/claims/built-in-ontology.ts";
import { buildScene, type SceneView } from "../../src/view/build-scene.ts";
import { linkOf, partOf, pathAlong } from "./part.ts";

const view: SceneView = { theme: "light", selectedEntities: [], selectedLink: null, path: null };
const part = partOf("a>b b>c:alleged c>d", { b: "organization", c: "country", d: "event" });
const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);

describe("what is drawn", () => {
  test("every entity in shape, icon and colour of its type, every link in the form of its standing, in order", () => {
    const scene = buildScene(part, builtInOntology, view);
    expect(scene.nodes.map(({ id, shape, icon, typeLabel }) => [id, shape, icon, typeLabel])).toEqual([
      ["a", "disc", "user-round", "Person"],
      ["b", "square", "building-2", "Organization"],
      ["c", "hexagon", "flag", "Country"],
      ["d", "diamond", "sparkle", "Event"],
    ]);
    expect(scene.edges.map(({ form, from, to }) => [form.standing, from, to])).toEqual([
      ["stated", "a", "b"],
      ["alleged", "b", "c"],
      ["stated", "c", "d"],
    ]);
  });

  test("colours are those of the theme", () => {
    const [light, dark] = (["light", "dark"] as const).map(
      (theme) => buildScene(part, builtInOntology, { ...view, theme }).nodes[0]?.color,
    );
    expect(light).toMatch(/^#[0-9A-F]{6}$/i);
    expect(dark).toMatch(/^#[0-9A-F]{6}$/i);
    expect(light).not.toBe(dark);
  });

  test("symmetric relations have no arrowhead", () => {
    const scene = buildScene(partOf("a>b:stated:tension-with a>b:stated:leads"), builtInOntology, view);
    expect(scene.edges.map(({ arrow }) => arrow)).toEqual([false, true]);
  });

  test("an entity without a name is drawn under its id, one of an unknown type as a plain thing under its type's name", () => {
    const odd = { entities: [{ id: entityId("x"), type: "starship", name: "", degree: 0 }], links: [] };
    const [node] = buildScene(odd, builtInOntology, view).nodes;
    expect(node).toMatchObject({ label: "x", shape: "disc", typeLabel: "starship" });
  });
});

describe("what is hidden", () => {
  test("a hidden type takes its links with it", () => {
    const scene = buildScene(part, builtInOntology, { ...view, hiddenTypes: new Set(["country"]) });
    expect(idsOf(scene.nodes)).toEqual(["a", "b", "d"]);
    expect(scene.edges).toHaveLength(1);
  });

  test("a hidden standing takes its links alone", () => {
    const scene = buildScene(part, builtInOntology, { ...view, hiddenStandings: new Set(["alleged"]) });
    expect(idsOf(scene.nodes)).toEqual(["a", "b", "c", "d"]);
    expect(idsOf(scene.edges)).toEqual([linkOf("a>b").id, linkOf("c>d").id]);
  });

  test("a hidden entity goes with its links", () => {
    const scene = buildScene(part, builtInOntology, { ...view, hiddenEntities: new Set([entityId("b")]) });
    expect(idsOf(scene.nodes)).toEqual(["a", "c", "d"]);
    expect(scene.edges).toHaveLength(1);
  });

  test("an answer is never cut: the path and the selected link stay, with their ends", () => {
    const hidden = {
      hiddenTypes: new Set(["country", "organization"]),
      hiddenStandings: new Set(["alleged", "stated"] as const),
    };
    const path = pathAlong("b>c:alleged");
    expect(idsOf(buildScene(part, builtInOntology, { ...view, ...hidden, path }).nodes)).toEqual(["a", "b", "c", "d"]);
    expect(buildScene(part, builtInOntology, { ...view, ...hidden, path }).edges.map(({ emphasis }) => emphasis)).toEqual([
      "path",
    ]);
    const selected = buildScene(part, builtInOntology, { ...view, ...hidden, selectedLink: linkOf("c>d").id });
    expect(idsOf(selected.nodes)).toEqual(["a", "c", "d"]);
    expect(idsOf(selected.edges)).toEqual([linkOf("c>d").id]);
  });

  test("links that are left are spread among themselves: where one of two is hidden, the other is straight", () => {
    const double = partOf("a>b:stated:leads a>b:denied:funds");
    const bends = (scene: ReturnType<typeof buildScene>) => scene.edges.map(({ bend }) => bend);
    expect(bends(buildScene(double, builtInOntology, view))).toEqual([-0.5, 0.5]);
    expect(bends(buildScene(double, builtInOntology, { ...view, hiddenStandings: new Set(["denied"]) }))).toEqual([0]);
  });
});
