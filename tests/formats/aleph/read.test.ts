import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { alephFormat } from "../../../src/formats/aleph/aleph-format.ts";
import { detectFormat } from "../../../src/formats/list.ts";
import { corpusFolder } from "../corpus.ts";
import { linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const aleph = (text: string) => readAll(alephFormat, text, { ontology: builtInOntology });
const person = (id: string) => ({ id, schema: "Person", properties: { name: [id.toUpperCase()] } });
const family = {
  id: "f",
  schema: "Family",
  properties: { person: [person("a")], relative: [person("b")], relationship: ["Son"] },
};
const vertex = (id: string, x: number, y: number) => ({
  id: `entity:${id}`,
  type: "entity",
  entityId: id,
  position: { x, y },
  fixed: true,
});
const name = { id: "name:A", type: "name", label: "A", position: { x: 5, y: 5 } };
const layout = {
  groupings: [{ label: "The family", vertices: ["entity:a", "name:A"] }],
  vertices: [vertex("a", 0, 0), vertex("b", 3, 4), name, vertex("gone", 1, 1)],
  entities: [person("a"), person("b"), family],
  edges: [{ id: "f(entity:a, entity:b)", sourceId: "entity:a", targetId: "entity:b" }],
};

test("entities are read once, their places are a chart, each grouping another", async () => {
  const records = await aleph(JSON.stringify({ layout, viewport: { zoomLevel: 1 } }, null, 1));
  expect(ofKind(records, "entity").map(({ entity }) => entity.id)).toEqual(["a", "b"]);
  expect(linkLines(records).filter((line) => line !== "")).toEqual(["a relative-of b (Son)"]);
  expect(ofKind(records, "chart").map(({ chart }) => chart)).toEqual([
    {
      id: "the-file-layout",
      name: "Layout of file.vis",
      nodes: [
        { entity: "a", x: 0, y: 0, pinned: true },
        { entity: "b", x: 3, y: -4, pinned: true },
      ],
    },
    { id: "the-file-group-1", name: "The family in file.vis", nodes: [{ entity: "a", x: 0, y: 0, pinned: true }] },
  ]);
  expect(problemLines(records)).toEqual([]);
});

test("an export whose entities stand beside the layout is read likewise; what is no diagram is refused", async () => {
  const { entities, ...rest } = layout;
  const text = JSON.stringify({ label: "Diagram", layout: rest, entities });
  expect(detectFormat("diagram.ftm", text.slice(0, 4096)).id).toBe("aleph");
  expect(ofKind(await aleph(text), "chart")).toHaveLength(2);
  await expect(aleph('{"viewport":{}}')).rejects.toThrow("wanted a diagram of Aleph, got none");
});

const files = [
  ["royal-family.vis", 3, 4],
  ["royal-family-v2.vis", 2, 2],
] as const;

test.each(files)("%s has its people, their links, a layout and a group", async (file, people, links) => {
  const found = corpusFolder("ftm-openaleph");
  if (found === null) return console.log(`Aleph: ${file} is not on this machine (CLEW_CORPUS): not read`);
  const text = readFileSync(join(found, file), "utf8");
  expect(detectFormat(file, text.slice(0, 4096)).id).toBe("aleph");
  const records = await aleph(text);
  expect(ofKind(records, "entity")).toHaveLength(people);
  expect(linkLines(records).filter((line) => line !== "")).toHaveLength(links);
  expect(ofKind(records, "chart").map(({ chart }) => chart.nodes.length)).toEqual([people, people]);
  expect(problemLines(records)).toHaveLength(1);
});
