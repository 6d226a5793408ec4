import { expect, test } from "vitest";
import { builtInOntology } from "../../src/claims/built-in-ontology.ts";
import { formatById } from "../../src/formats/list.ts";
import { hostileContent } from "./hostile-content.ts";
import { ofKind, readAll } from "./read-all.ts";

test.each(["node-link", "graphology", "cytoscape", "apoc", "graphson", "ogma"])(
  "%s brings back places, other names, descriptions, stances, weights and links without direction",
  async (id) => {
    const format = formatById(id);
    const content = hostileContent(["a", "b", "c"]);
    const links = content.links.map((link, at) =>
      at === 0 ? { ...link, relation: "relative-of" as typeof link.relation } : link,
    );
    const text = [...format.writer!.write({ ...content, ontology: builtInOntology, links }, "graph")].join("");
    const records = await readAll(format, text, { ontology: builtInOntology });
    expect(ofKind(records, "problem")).toEqual([]);
    const [a] = ofKind(records, "entity");
    expect([a?.entity.aliases, a?.entity.description]).toEqual([["a!"], "a"]);
    expect(ofKind(records, "chart")[0]?.chart.nodes.map(({ entity, x, y }) => [entity, x, y])).toEqual([
      ["a", 0, 1],
      ["b", 1 / 3, 0],
      ["c", 2 / 3, -1],
    ]);
    const claims = ofKind(records, "claim").flatMap(({ claim }) => (claim.kind === "link" ? [claim] : []));
    expect(
      claims.map(({ subject, relation, stance, attributes }) => [subject, relation, stance, ...attributes.flat()]).sort(),
    ).toEqual([
      ["a", "relative-of", "asserts", "weight", 0],
      ["b", "b", "alleges", "weight", 1],
      ["c", "c", "denies", "weight", 2],
    ]);
    expect(ofKind(records, "claim")).toHaveLength(3);
  },
);
