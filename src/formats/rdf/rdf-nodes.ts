import type { Citation, Claim } from "../../claims/claim.ts";
import type { Link } from "../../claims/link.ts";
import { relationOf, typeOf } from "../../claims/ontology.ts";
import type { Source } from "../../claims/source.ts";
import type { ExportContent } from "../format.ts";

/** What a property points to: another node by its name, a literal of a type of XML Schema, or a node without a name. */
export type RdfTerm =
  | { readonly kind: "iri"; readonly iri: string }
  | { readonly kind: "literal"; readonly text: string; readonly type: "string" | "integer" | "double" | "boolean" | "dateTime" }
  | { readonly kind: "blank"; readonly properties: RdfProperties };

/** Names are a prefix of `prefixes` and a word, or an IRI in full. */
export type RdfProperties = readonly (readonly [name: string, term: RdfTerm])[];

export interface RdfNode {
  readonly iri: string;
  readonly properties: RdfProperties;
}

export const prefixes = {
  clew: "urn:clew:vocab#",
  dcterms: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  oa: "http://www.w3.org/ns/oa#",
  owl: "http://www.w3.org/2002/07/owl#",
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

/** What RDF leaves out, in each of its syntaxes. */
export const rdfLosses: readonly string[] = [
  "Charts, saved questions and history are left out.",
  "Of the case's own types, relations and properties the label, what they are a kind of, the inverse and whether a relation is symmetric are written.",
];

type Kind = "case" | "entity" | "type" | "relation" | "property" | "source" | "claim" | "link" | "judgement";

/** The name of a thing of the case: `urn:clew:entity:isis-k`. Letters beyond ASCII and marks are coded, so that no id ends it. */
export function iriOf(kind: Kind, id: string): string {
  return `urn:clew:${kind}:${encodeURIComponent(id.toWellFormed())}`;
}

/**
 * A case as RDF. A claim is a reified statement (`rdf:Statement`) that was derived from its source and attributed to its speaker (PROV); its
 * citation is a selector of Web Annotation. A link is one, too, with what its claims add up to. Only what is stated or corroborated
 * stands as a triple of its own: an allegation is not a fact.
 */
export function* rdfNodes(content: ExportContent): Generator<RdfNode> {
  yield {
    iri: iriOf("case", content.name),
    properties: [...a("clew:Case"), ...text("dcterms:title", content.name), ["prov:generatedAtTime", time(content.at)]],
  };
  yield* vocabulary(content);
  for (const source of content.sources) yield { iri: iriOf("source", source.id), properties: sourceProperties(source) };
  for (const { id, type, name, aliases, description, placeholder } of content.entities)
    yield {
      iri: iriOf("entity", id),
      properties: [
        ...a("clew:Entity"),
        ["rdf:type", named("type", type)],
        ...text("rdfs:label", name),
        ...aliases.flatMap((alias) => text("skos:altLabel", alias)),
        ...text("dcterms:description", description),
        ...(placeholder ? [["clew:placeholder", value(true)] as const] : []),
      ],
    };
  for (const link of content.links) yield* linkNodes(link);
  for (const claim of content.claims)
    yield { iri: iriOf("claim", claim.id), properties: [...a("clew:Claim"), ...claimProperties(claim)] };
  for (const { claim, reason } of content.withdrawn)
    yield {
      iri: iriOf("claim", claim.id),
      properties: [...a("clew:WithdrawnClaim"), ...claimProperties(claim), ["clew:reason", value(reason)]],
    };
  for (const { id, a: one, b: other, verdict, reason, by, at } of content.judgements)
    yield {
      iri: iriOf("judgement", id),
      properties: [
        ...a("clew:Judgement"),
        ["clew:one", named("entity", one)],
        ["clew:other", named("entity", other)],
        ["clew:verdict", value(verdict)],
        ...text("clew:reason", reason),
        ...text("clew:recordedBy", by),
        ["prov:generatedAtTime", time(at)],
      ],
    };
}

/** The types, relations and properties that the content uses or adds. */
function* vocabulary({ ontology, added, entities, links, claims }: ExportContent): Generator<RdfNode> {
  const types = new Set([...entities.map(({ type }) => type), ...added.types.map(({ id }) => id)]);
  for (const id of types) {
    const { label, parent } = typeOf(ontology, id);
    const kindOf = parent === null ? [] : [["rdfs:subClassOf", named("type", parent)] as const];
    yield { iri: iriOf("type", id), properties: [...a("rdfs:Class"), ...text("rdfs:label", label), ...kindOf] };
  }
  const relations = new Set([...links.map(({ relation }) => relation), ...added.relations.map(({ id }) => id)]);
  for (const id of relations) {
    const { label, inverse, symmetric } = relationOf(ontology, id);
    yield {
      iri: iriOf("relation", id),
      properties: [
        ...a(symmetric ? "owl:SymmetricProperty" : "rdf:Property"),
        ...text("rdfs:label", label),
        ...text("clew:inverseLabel", inverse),
      ],
    };
  }
  const properties = new Set([
    ...claims.flatMap((claim) => (claim.kind === "attribute" ? claim.property : [])),
    ...added.properties.map(({ id }) => id),
  ]);
  for (const id of properties) {
    const { label, unit } = ontology.properties.get(id) ?? { label: id, unit: "" };
    yield {
      iri: iriOf("property", id),
      properties: [...a("rdf:Property"), ...text("rdfs:label", label), ...text("clew:unit", unit)],
    };
  }
}

function sourceProperties(source: Source): RdfProperties {
  const { id, title, publisher, author, url, published, retrieved, text: words, sha256, reliability, derivedFrom } = source;
  return [
    ...a("clew:Source"),
    ...a("prov:Entity"),
    ...text("dcterms:identifier", id),
    ...text("dcterms:title", title),
    ...text("dcterms:publisher", publisher),
    ...text("dcterms:creator", author),
    ...address(url),
    ...text("dcterms:issued", published),
    ...text("clew:retrieved", retrieved),
    ...text("clew:text", words),
    ...text("clew:sha256", sha256),
    ...text("clew:reliability", reliability),
    ...(derivedFrom === null ? [] : [["prov:wasDerivedFrom", named("source", derivedFrom)] as const]),
  ];
}

/** A page where it is one on the web, else its words. */
function address(url: string | null): RdfProperties {
  const isPage = url !== null && /^https?:\/\/[^\s<>"{}|\\^`\u0000-\u0020]+$/.test(url) && url.isWellFormed();
  return isPage ? [["foaf:page", { kind: "iri", iri: url }]] : text("clew:url", url);
}

function* linkNodes({ id, from, relation, to, standing, claims, origins }: Link): Generator<RdfNode> {
  const [subject, predicate, object] = [named("entity", from), named("relation", relation), named("entity", to)];
  if (standing === "stated" || standing === "corroborated") yield { iri: subject.iri, properties: [[predicate.iri, object]] };
  yield {
    iri: iriOf("link", id),
    properties: [
      ...a("clew:Link"),
      ...reified(subject, predicate, object),
      ["clew:standing", value(standing)],
      ["clew:claims", value(claims)],
      ["clew:origins", value(origins)],
    ],
  };
}

function reified(subject: RdfTerm, predicate: RdfTerm, object: RdfTerm): RdfProperties {
  return [...a("rdf:Statement"), ["rdf:subject", subject], ["rdf:predicate", predicate], ["rdf:object", object]];
}

function claimProperties(claim: Claim): RdfProperties {
  const predicate = claim.kind === "link" ? named("relation", claim.relation) : named("property", claim.property);
  const object = claim.kind === "link" ? named("entity", claim.object) : value(claim.value);
  const { speaker, about, relays, credibility, origin } = claim;
  return [
    ...a("prov:Entity"),
    ...reified(named("entity", claim.subject), predicate, object),
    ["clew:stance", value(claim.stance)],
    ["prov:wasDerivedFrom", named("source", claim.source)],
    ...(speaker === null ? [] : [["prov:wasAttributedTo", named("entity", speaker)] as const]),
    ...citationOf(claim.citation, claim.source),
    ...text("clew:during", claim.during),
    ...text("clew:said", claim.said),
    ...(about === null ? [] : [["clew:about", named("entity", about)] as const]),
    ...text("clew:note", claim.note),
    ...(credibility === null ? [] : [["clew:credibility", value(credibility)] as const]),
    ...(relays === null ? [] : [["clew:relays", named("claim", relays)] as const]),
    ...(claim.kind === "attribute" ? [["clew:approximate", value(claim.approximate)] as const] : []),
    ...(claim.kind === "link" ? claim.attributes : []).map(
      ([key, each]) =>
        [
          "clew:attribute",
          {
            kind: "blank",
            properties: [
              ["clew:key", value(key)],
              ["rdf:value", value(each)],
            ],
          },
        ] as const,
    ),
    ["clew:origin", value(origin.kind)],
    ...(origin.kind === "imported" ? text("clew:originFile", origin.file) : []),
    ...(origin.kind === "imported" && origin.row !== null ? [["clew:originRow", value(origin.row)] as const] : []),
    ...text("clew:recordedBy", claim.recordedBy),
    ["prov:generatedAtTime", time(claim.recordedAt)],
  ];
}

function citationOf(citation: Citation | null, source: Claim["source"]): RdfProperties {
  if (citation === null) return [];
  return [["oa:hasTarget", { kind: "blank", properties: [["oa:hasSource", named("source", source)], ...selectors(citation)] }]];
}

function selectors(citation: Citation): RdfProperties {
  const selector = (properties: RdfProperties) => ["oa:hasSelector", { kind: "blank", properties }] as const;
  switch (citation.kind) {
    case "quote":
      return [
        selector([...a("oa:TextQuoteSelector"), ["oa:exact", value(citation.quote)]]),
        selector([...a("oa:TextPositionSelector"), ["oa:start", value(citation.start)], ["oa:end", value(citation.end)]]),
      ];
    case "row":
      return [selector([["clew:row", value(citation.row)]])];
    case "page":
      return [selector([["clew:page", value(citation.page)], ...text("oa:exact", citation.quote)])];
  }
}

function a(type: string): RdfProperties {
  const [prefix = "", word = ""] = type.split(":");
  return [["rdf:type", { kind: "iri", iri: `${prefixes[prefix as keyof typeof prefixes]}${word}` }]];
}

/** None for null and "". */
function text(name: string, words: string | null): RdfProperties {
  return words === null || words === "" ? [] : [[name, value(words)]];
}

function named(kind: Kind, id: string) {
  return { kind: "iri", iri: iriOf(kind, id) } as const;
}

function time(at: string): RdfTerm {
  return {
    kind: "literal",
    text: at.toWellFormed(),
    type: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(at) ? "dateTime" : "string",
  };
}

function value(of: string | number | boolean): RdfTerm {
  if (typeof of === "string") return { kind: "literal", text: of.toWellFormed(), type: "string" };
  if (typeof of === "boolean") return { kind: "literal", text: String(of), type: "boolean" };
  if (Number.isSafeInteger(of)) return { kind: "literal", text: of.toFixed(0), type: "integer" };
  return { kind: "literal", text: String(of).replace("Infinity", "INF"), type: "double" };
}
