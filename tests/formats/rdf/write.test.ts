import { Parser, Store } from "n3";
import { describe, expect, it } from "vitest";
import { claimId, entityId, relationId, sourceId } from "../../../src/base/ids.ts";
import type { LinkClaim } from "../../../src/claims/claim.ts";
import type { ExportContent } from "../../../src/formats/format.ts";
import { iriOf, prefixes } from "../../../src/formats/rdf/rdf-nodes.ts";
import { turtleFormat } from "../../../src/formats/rdf/turtle-format.ts";
import { hostileContent, hostileNames } from "../hostile-content.ts";

function storeOf(content: ExportContent): Store {
  return new Store(new Parser({ format: "text/turtle" }).parse([...turtleFormat.writer!.write(content, "case")].join("")));
}

const { clew, prov, rdf, rdfs } = prefixes;

/** What a node says under a name, sorted. */
function said(store: Store, node: string, name: string): string[] {
  return store
    .getObjects(node, name, null)
    .map(({ value }) => value)
    .sort();
}

const nodesOf = (store: Store, type: string) =>
  store
    .getSubjects(`${rdf}type`, `${clew}${type}`, null)
    .map(({ value }) => value)
    .sort();

describe("RDF, read by n3", () => {
  const content = hostileContent([...hostileNames, "\u0000\u0001\u007F", '"""', "\\u0022", ">", "<a> <b> <c> ."]);
  const store = storeOf(content);

  it("has every entity with its name, type and other names, whatever they are called", () => {
    expect(nodesOf(store, "Entity")).toEqual(content.entities.map(({ id }) => iriOf("entity", id)).sort());
    for (const { id, type, name, aliases } of content.entities) {
      const iri = iriOf("entity", id);
      expect(said(store, iri, `${rdfs}label`)).toEqual([name]);
      expect(said(store, iri, `${rdf}type`)).toEqual([`${clew}Entity`, iriOf("type", type)].sort());
      expect(said(store, iri, `${prefixes.skos}altLabel`)).toEqual([...aliases].sort());
    }
  });

  it("has every claim as a statement with its source, its speaker and its stance", () => {
    expect(nodesOf(store, "Claim")).toEqual(content.claims.map(({ id }) => iriOf("claim", id)).sort());
    expect(nodesOf(store, "WithdrawnClaim")).toEqual([iriOf("claim", "withdrawn")]);
    for (const claim of content.claims) {
      const iri = iriOf("claim", claim.id);
      const parts = ["subject", "predicate", "object"].flatMap((part) => said(store, iri, `${rdf}${part}`));
      const wanted =
        claim.kind === "link"
          ? [iriOf("entity", claim.subject), iriOf("relation", claim.relation), iriOf("entity", claim.object)]
          : [iriOf("entity", claim.subject), iriOf("property", claim.property), String(claim.value)];
      expect(parts).toEqual(wanted);
      expect(said(store, iri, `${clew}stance`)).toEqual([claim.stance]);
      expect(said(store, iri, `${prov}wasDerivedFrom`)).toEqual([iriOf("source", claim.source)]);
      expect(said(store, iri, `${prov}wasAttributedTo`)).toEqual(claim.speaker === null ? [] : [iriOf("entity", claim.speaker)]);
    }
  });

  it("cites the words, with their place", () => {
    const [target] = store.getObjects(iriOf("claim", "figure"), `${prefixes.oa}hasTarget`, null);
    const selectors = store.getObjects(target!, `${prefixes.oa}hasSelector`, null);
    const words = selectors.flatMap((selector) =>
      store.getObjects(selector, `${prefixes.oa}exact`, null).map(({ value }) => value),
    );
    const starts = selectors.flatMap((selector) =>
      store.getObjects(selector, `${prefixes.oa}start`, null).map(({ value }) => value),
    );
    expect([words, starts]).toEqual([["stand here"], ["11"]]);
  });
});

it("an allegation, and what is denied, is no triple of its own; what is stated is", () => {
  const content = hostileContent(["a", "b", "c"]);
  const store = storeOf(content);
  const triples = content.links.map(({ from, relation, to, standing }) => [
    standing,
    store.countQuads(iriOf("entity", from), iriOf("relation", relation), iriOf("entity", to), null),
  ]);
  expect(triples).toEqual([
    ["stated", 1],
    ["alleged", 0],
    ["denied", 0],
  ]);
  expect(
    nodesOf(store, "Link")
      .flatMap((link) => said(store, link, `${clew}standing`))
      .sort(),
  ).toEqual(["alleged", "denied", "stated"]);
});

it("addresses are pages where they are some on the web, else words; numbers keep their type", () => {
  const base = hostileContent(["a", "b"]);
  const [source] = base.sources;
  const page = { ...source!, id: sourceId("page"), url: "https://example.org/a?b=c#d" };
  const odd = { ...source!, id: sourceId("odd"), url: "https://example.org/> <urn:x" };
  const claim: LinkClaim = {
    ...base.claims.find((each): each is LinkClaim => each.kind === "link")!,
    id: claimId("numbers"),
    subject: entityId("a"),
    relation: relationId("owns"),
    object: entityId("b"),
    attributes: [
      ["share", 12.5],
      ["count", -3],
      ["large", 1e300],
      ["is", true],
    ],
  };
  const store = storeOf({ ...base, sources: [source!, page, odd], claims: [claim] });
  expect(said(store, iriOf("source", "page"), `${prefixes.foaf}page`)).toEqual([page.url]);
  expect(said(store, iriOf("source", "odd"), `${clew}url`)).toEqual([odd.url]);
  const values = store
    .getObjects(iriOf("claim", "numbers"), `${clew}attribute`, null)
    .flatMap((attribute) => store.getObjects(attribute, `${rdf}value`, null))
    .map((term) => (term.termType === "Literal" ? `${term.value} ${term.datatype.value.split("#")[1]}` : ""));
  expect(values.sort()).toEqual(["-3 integer", "12.5 double", "1e+300 double", "true boolean"]);
});
