import type { FormatWriter } from "../format.ts";
import { prefixes, type RdfProperties, type RdfTerm, rdfLosses, rdfNodes } from "./rdf-nodes.ts";

/** Turtle (RDF 1.1), a node a paragraph. */
export const turtleWriter: FormatWriter = {
  losses: rdfLosses,
  parts: ["case"],
  *write(content) {
    for (const [prefix, iri] of Object.entries(prefixes)) yield `@prefix ${prefix}: <${iri}> .\n`;
    for (const { iri, properties } of rdfNodes(content)) yield `\n${reference(iri)}\n${list(properties, "  ")} .\n`;
  },
};

function list(properties: RdfProperties, indent: string): string {
  return properties.map(([name, term]) => `${indent}${predicate(name)} ${object(term, indent)}`).join(" ;\n");
}

function predicate(name: string): string {
  return name === "rdf:type" ? "a" : name.startsWith("urn:") ? reference(name) : name;
}

function object(term: RdfTerm, indent: string): string {
  switch (term.kind) {
    case "iri":
      return reference(term.iri);
    case "blank":
      return `[\n${list(term.properties, `${indent}  `)}\n${indent}]`;
    case "literal":
      return term.type === "string" ? quoted(term.text) : `${quoted(term.text)}^^xsd:${term.type}`;
  }
}

function reference(iri: string): string {
  return `<${iri}>`;
}

function quoted(text: string): string {
  const escaped = text.replaceAll(/[\u0000-\u001F"\\\u007F-\u009F\u2028\u2029]/g, (char) => escapes.get(char) ?? numbered(char));
  return `"${escaped}"`;
}

const escapes = new Map([
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function numbered(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
