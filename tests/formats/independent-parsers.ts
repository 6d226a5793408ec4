import { parse as parseCsv } from "csv-parse/sync";
import { Parser } from "n3";
import { validateXML } from "xmllint-wasm";
import type { ExportContent } from "../../src/formats/format.ts";
import { dotGraph } from "./dot/dot-graph.ts";

export interface Written {
  readonly part: string;
  readonly text: string;
  readonly content: ExportContent;
}

/** What a parser that is not ours finds in each text: how much of everything, against what was written. Throws where one is not well-formed. */
type Parses = (all: readonly Written[]) => Promise<readonly Counts[]>;

interface Counts {
  readonly found: Readonly<Record<string, number>>;
  readonly wanted: Readonly<Record<string, number>>;
  /** What could run, or does not belong there. */
  readonly foreign: readonly string[];
}

const each =
  (count: (written: Written) => Counts): Parses =>
  async (all) =>
    all.map(count);

function graphCounts({ content }: Written, nodes: number, edges: number, foreign: readonly string[] = []): Counts {
  return { found: { nodes, edges }, wanted: { nodes: content.nodes.length, edges: content.links.length }, foreign };
}

const csv = each(({ text, part, content }) => {
  const [header, ...rows] = parseCsv(text) as string[][];
  const wanted = part === "links" ? content.links.length : part === "claims" ? content.claims.length : content.entities.length;
  const ragged = rows.filter((row) => row.length !== header?.length).length;
  const runs = rows.flat().filter((cell) => /^[=+@\t\r\n]|^-(?![\d.]+(e[-+]?\d+)?$)/.test(cell));
  return { found: { rows: rows.length, ragged }, wanted: { rows: wanted, ragged: 0 }, foreign: runs };
});

const jsonLines = each(({ text, content }) => {
  const lines = text.trimEnd().split("\n");
  const kinds = lines.slice(1).map((line) => (JSON.parse(line) as { kind: string }).kind);
  const count = (kind: string) => kinds.filter((each) => each === kind).length;
  return {
    found: { entities: count("entity"), claims: count("claim"), sources: count("source"), records: kinds.length },
    wanted: {
      entities: content.entities.length,
      claims: content.claims.length + content.withdrawn.length,
      sources: content.sources.length,
      records: (JSON.parse(lines[0]!) as { records: number }).records,
    },
    foreign: [],
  };
});

/** By libxml2, several at once; in canonical form no `<` stands in a text or value. */
function xml(elements: readonly string[]): Parses {
  return async (all) => {
    const files = all.map(({ text }, at) => ({ fileName: `case-${at}.xml`, contents: text }));
    const normalized = await Promise.all(
      files.map(async (file) => {
        const { valid, errors, normalized: canonical } = await validateXML({ xml: file, normalization: "c14n" });
        if (!valid) throw new Error(errors.map(({ rawMessage }) => rawMessage).join("; "));
        return canonical;
      }),
    );
    return all.map((written, at) => {
      const names = [...normalized[at]!.matchAll(/<([?!]?[^\s/>]+)/g)].map(([, name]) => name!);
      const foreign = names.filter((name) => !elements.includes(name));
      return graphCounts(
        written,
        names.filter((name) => name === "node").length,
        names.filter((name) => name === "edge").length,
        foreign,
      );
    });
  };
}

const gexfElements =
  "gexf meta creator description graph attributes attribute nodes node edges edge attvalues attvalue color position size".split(
    " ",
  );
const graphmlElements = "graphml key graph node edge data".split(" ");

interface JsonGraph {
  readonly nodes?: readonly unknown[];
  readonly edges?: readonly unknown[];
  readonly links?: readonly unknown[];
  readonly elements?: JsonGraph;
}

/** The one list, or the two, that such a file holds. */
function jsonGraph(lists: (root: JsonGraph) => readonly [nodes: readonly unknown[], edges: readonly unknown[]]): Parses {
  return each((written) => {
    const [nodes, edges] = lists(JSON.parse(written.text) as JsonGraph);
    return graphCounts(written, nodes.length, edges.length);
  });
}

const dot = each((written) => {
  const { nodes, edges } = dotGraph(written.text);
  const outside = written.text.replaceAll(/"(?:[^"\\]|\\[\s\S])*"/g, "");
  return graphCounts(
    written,
    nodes.length,
    edges.length,
    /[<>](?!\s)|URL|href/.test(outside.replaceAll("->", "")) ? ["HTML or an address"] : [],
  );
});

/** The shapes of statements, once texts and quoted names are taken out; each line is one. */
const statement = new RegExp(
  `^(${[
    "CREATE CONSTRAINT \\w+ IF NOT EXISTS FOR \\(n:\\w+\\) REQUIRE n\\.id IS UNIQUE",
    "CREATE CONSTRAINT ON \\(n:\\w+\\) ASSERT n\\.id IS UNIQUE",
    "MERGE \\(n:\\w+ \\{id: ''\\}\\) SET n \\+= \\{[\\w: ,'.[\\]-]*\\}( SET n:``)?",
    "MATCH \\(a:\\w+ \\{id: ''\\}\\), \\(b:\\w+ \\{id: ''\\}\\) MERGE \\(a\\)-\\[(:\\w+|r:(``|JUDGED) \\{id: ''\\})\\]->\\(b\\)( SET r \\+= \\{[\\w: ,'.[\\]-]*\\})?",
  ].join("|")});$`,
);

const cypher = each(({ text, content }) => {
  const lines = text.trimEnd().split("\n");
  const bare = lines.map((line) =>
    line.replaceAll(/'(?:[^'\\]|\\['\\nrtbf])*'/g, "''").replaceAll(/`[\p{L}\p{M}\p{N}_]+`/gu, "``"),
  );
  const count = (begin: string) => bare.filter((line) => line.startsWith(begin)).length;
  return {
    found: {
      entities: count("MERGE (n:Entity "),
      claims: count("MERGE (n:Claim "),
      links: bare.filter((line) => line.includes("[r:``")).length,
    },
    wanted: { entities: content.entities.length, claims: content.claims.length, links: content.links.length },
    foreign: bare.filter((line) => !statement.test(line)),
  };
});

const rdfType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const clew = "urn:clew:vocab#";

function rdfWanted({ entities, claims, links, withdrawn }: ExportContent) {
  return { Entity: entities.length, Claim: claims.length, Link: links.length, WithdrawnClaim: withdrawn.length };
}

const turtle = each(({ text, content }) => {
  const quads = new Parser({ format: "text/turtle" }).parse(text);
  const types = quads.filter(({ predicate }) => predicate.value === rdfType).map(({ object }) => object.value);
  const wanted = rdfWanted(content);
  const count = (type: string) => types.filter((each) => each === `${clew}${type}`).length;
  return { found: Object.fromEntries(Object.keys(wanted).map((type) => [type, count(type)])), wanted, foreign: [] };
});

const jsonLd = each(({ text, content }) => {
  const nodes = (JSON.parse(text) as { "@graph": { "@type"?: string[] }[] })["@graph"];
  const wanted = rdfWanted(content);
  const count = (type: string) => nodes.filter((node) => node["@type"]?.includes(`${clew}${type}`)).length;
  return { found: Object.fromEntries(Object.keys(wanted).map((type) => [type, count(type)])), wanted, foreign: [] };
});

/** Entities have an id that a link entity refers to by its ends; whatever else stands there is a thing. */
const ftm = each(({ text, content }) => {
  const things = linesOf<{ id: string; schema: string; properties: Record<string, unknown[]> }>(text);
  const ids = new Set(things.map(({ id }) => id));
  const broken = things.filter(
    ({ schema, properties }) => typeof schema !== "string" || !Object.values(properties).every(Array.isArray),
  );
  return {
    found: { entities: content.entities.filter(({ id }) => ids.has(id)).length, broken: broken.length },
    wanted: { entities: content.entities.length, broken: 0 },
    foreign: [],
  };
});

function linesOf<Line>(text: string): Line[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

const apoc = each((written) => {
  const types = linesOf<{ type: string }>(written.text).map(({ type }) => type);
  const count = (of: string) => types.filter((type) => type === of).length;
  return graphCounts(written, count("node"), count("relationship"));
});

/** A vertex a line, with its edges on both sides. */
const graphson = each((written) => {
  const vertices = linesOf<{ outE?: Record<string, unknown[]>; inE?: Record<string, unknown[]> }>(written.text);
  const edges = (side: "outE" | "inE") => vertices.flatMap((vertex) => Object.values(vertex[side] ?? {}).flat()).length;
  return graphCounts(
    written,
    vertices.length,
    edges("outE"),
    edges("inE") === edges("outE") ? [] : ["an edge without its other end"],
  );
});

interface StixObject {
  readonly id: string;
  readonly external_references?: readonly { readonly source_name: string; readonly external_id?: string }[];
}

const stix = each(({ text, content }) => {
  const { objects } = JSON.parse(text) as { objects: StixObject[] };
  const named = new Set(
    objects.flatMap((object) =>
      (object.external_references ?? [])
        .filter(({ source_name }) => source_name === "clew")
        .map(({ external_id }) => external_id),
    ),
  );
  const odd = objects.map(({ id }) => id).filter((id) => !/^[a-z0-9-]+--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id));
  return {
    found: {
      entities: content.entities.filter(({ id }) => named.has(id)).length,
      ids: new Set(objects.map(({ id }) => id)).size,
    },
    wanted: { entities: content.entities.length, ids: objects.length },
    foreign: odd,
  };
});

/** A parser for each format that is written: a line for a new one. */
export const independentParsers: Readonly<Record<string, Parses>> = {
  "clew-jsonl": jsonLines,
  csv,
  gexf: xml(gexfElements),
  graphml: xml(graphmlElements),
  dot,
  cypher,
  turtle,
  "json-ld": jsonLd,
  ftm,
  stix,
  apoc,
  graphson,
  ogma: jsonGraph(({ nodes = [], edges = [] }) => [nodes, edges]),
  "node-link": jsonGraph(({ nodes = [], links = [] }) => [nodes, links]),
  graphology: jsonGraph(({ nodes = [], edges = [] }) => [nodes, edges]),
  cytoscape: jsonGraph(({ elements }) => [elements?.nodes ?? [], elements?.edges ?? []]),
};
