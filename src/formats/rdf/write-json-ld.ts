import type { FormatWriter } from "../format.ts";
import { prefixes, type RdfProperties, type RdfTerm, rdfLosses, rdfNodes } from "./rdf-nodes.ts";

/** JSON-LD 1.1, a node a line; the context stands in the file, so that nothing is fetched. */
export const jsonLdWriter: FormatWriter = {
  losses: rdfLosses,
  parts: ["case"],
  *write(content) {
    yield `{"@context":${JSON.stringify(prefixes)},"@graph":[`;
    let separator = "\n";
    for (const { iri, properties } of rdfNodes(content)) {
      yield `${separator}${JSON.stringify({ "@id": iri, ...fieldsOf(properties) })}`;
      separator = ",\n";
    }
    yield "\n]}\n";
  },
};

/** Names are ours or IRIs, so that no key of theirs is one of `Object.prototype`. */
function fieldsOf(properties: RdfProperties): Record<string, unknown> {
  const fields = new Map<string, unknown[]>();
  for (const [name, term] of properties) {
    const [key, value] = name === "rdf:type" && term.kind === "iri" ? ["@type", term.iri] : [name, written(term)];
    const before = fields.get(key);
    if (before === undefined) fields.set(key, [value]);
    else before.push(value);
  }
  return Object.fromEntries(fields);
}

function written(term: RdfTerm): unknown {
  switch (term.kind) {
    case "iri":
      return { "@id": term.iri };
    case "blank":
      return fieldsOf(term.properties);
    case "literal":
      return term.type === "string" ? { "@value": term.text } : { "@value": term.text, "@type": `xsd:${term.type}` };
  }
}
