import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { relationId } from "../../../src/base/ids.ts";
import { relationOf } from "../../../src/claims/ontology.ts";
import { gexfFormat } from "../../../src/formats/gexf/gexf-format.ts";
import { corpusFolder } from "../corpus.ts";
import { hostileContent } from "../hostile-content.ts";
import { noOntology } from "../read-all.ts";

const write = (content = hostileContent()) => [...gexfFormat.writer!.write(content, "graph")].join("");
const schemas = corpusFolder("gexf-spec");
if (schemas === null) console.log("GEXF: skipped the validation against the XSD, which is not on this machine (CLEW_CORPUS)");

/** Elements of a text with their attributes, in order; throws on XML that is not well-formed. */
function elements(text: string): { name: string; attributes: Record<string, string> }[] {
  const all: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => all.push({ name, attributes: { ...attributes } }));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
  return all;
}

describe("writing GEXF", () => {
  it.skipIf(schemas === null)("is valid against the XSD of GEXF 1.3, hostile names and all", async () => {
    const schema = (name: string) => ({ fileName: name, contents: readFileSync(join(schemas!, `specs_1.3_${name}`), "utf8") });
    const validate = (contents: string) =>
      validateXML({
        xml: { fileName: "case.gexf", contents },
        schema: schema("gexf.xsd"),
        preload: [schema("dynamics.xsd"), schema("viz.xsd")],
      });
    expect((await validate(write())).errors).toEqual([]);
    expect((await validate(write().replace("<nodes", "<knots"))).valid).toBe(false);
  });

  it("carries type, colour, position, relation, standing and counts", () => {
    const content = hostileContent(["a", "b", "c"]);
    const all = elements(write(content));
    const values = all.filter(({ name }) => name === "attvalue").map(({ attributes }) => `${attributes.for}=${attributes.value}`);
    expect(values).toEqual(
      expect.arrayContaining(["type=b", "relation=c", "standing=stated", "standing=alleged", "claims=1", "origins=0", "note=a"]),
    );
    expect(all.filter(({ name }) => name === "edge").map(({ attributes }) => attributes.kind)).toEqual(["a", "b", "c"]);
    expect(all.filter(({ name }) => name === "position").map(({ attributes }) => attributes.y)).toEqual(["1", "0", "-1"]);
    expect(all.filter(({ name }) => name === "color")).toHaveLength(3);
  });

  it("writes links of a symmetric relation as undirected", () => {
    const content = hostileContent(["a", "b"]);
    const symmetric = { ...relationOf(noOntology, relationId("a")), symmetric: true };
    const text = write({ ...content, ontology: { ...noOntology, relations: new Map([[symmetric.id, symmetric]]) } });
    expect(
      elements(text)
        .filter(({ name }) => name === "edge")
        .map(({ attributes }) => attributes.type),
    ).toEqual(["undirected", "directed"]);
  });

  it("replaces the characters that XML cannot carry, and says so among its losses", () => {
    const content = hostileContent(["a\u0000b\u001Fc", "d"]);
    const labels = elements(write(content))
      .filter(({ name }) => name === "node")
      .map(({ attributes }) => attributes.label);
    expect(labels).toEqual(["a\uFFFDb\uFFFDc", "d"]);
    expect(gexfFormat.writer!.losses.join(" ")).toContain("U+FFFD");
  });
});
