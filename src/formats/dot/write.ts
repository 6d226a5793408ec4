import type { Link } from "../../claims/link.ts";
import { relationOf, typeOf } from "../../claims/ontology.ts";
import type { Standing } from "../../claims/standing.ts";
import { claimsByLink, notesOf, weightOf } from "../claims-by-link.ts";
import type { ExportContent, FormatWriter } from "../format.ts";
import { graphLosses } from "../graph-losses.ts";

/**
 * DOT (Graphviz): a digraph in which links of symmetric relations have no arrow. Node ids are those of the case; texts are written so that
 * a label shows them as they are. `weight` is not used: to Graphviz it is a wish about the layout.
 */
export const dotWriter: FormatWriter = {
  losses: [
    ...graphLosses,
    "Charts are written as positions of the first one; pinned or not is left out.",
    "The character U+0000 is written as U+FFFD; a backslash before a quote, before a line break or at the end of an id is written twice.",
  ],
  parts: ["graph"],
  *write(content) {
    yield "digraph {\n";
    yield `  generator="Clew"\n  name=${shown(content.name)}\n`;
    yield '  node [shape=box style="rounded,filled" fillcolor=white]\n';
    yield* nodeLines(content);
    yield* edgeLines(content);
    yield "}\n";
  },
};

function* nodeLines({ nodes, ontology, charts }: ExportContent): Iterable<string> {
  const placed = new Map((charts[0]?.nodes ?? []).map((node) => [node.entity, node]));
  for (const { id, type, name, aliases, description, placeholder } of nodes) {
    const place = placed.get(id);
    yield `  ${exact(id)} ${attributeList([
      ["label", shown(name)],
      ["type", shown(type)],
      ["aliases", aliases.length === 0 ? "" : shown(JSON.stringify(aliases))],
      ["description", description === "" ? "" : shown(description)],
      ["placeholder", String(placeholder)],
      ["color", colorOf(typeOf(ontology, type).color.light)],
      ["pos", place === undefined ? "" : `"${place.x},${place.y}"`],
    ])}\n`;
  }
}

function* edgeLines(content: ExportContent): Iterable<string> {
  const claimsOf = claimsByLink(content);
  for (const link of content.links) yield edgeLine(link, content, claimsOf.get(link.id) ?? []);
}

function edgeLine(
  { id, relation, from, to, standing, claims, origins }: Link,
  { ontology }: ExportContent,
  behind: Parameters<typeof notesOf>[0],
): string {
  const { label, symmetric } = relationOf(ontology, relation);
  const [note, weight] = [notesOf(behind).join("; "), weightOf(behind)];
  return `  ${exact(from)} -> ${exact(to)} ${attributeList([
    ["id", shown(id)],
    ["label", shown(label)],
    ["relation", shown(relation)],
    ["standing", standing],
    ["claims", String(claims)],
    ["origins", String(origins)],
    ["note", note === "" ? "" : shown(note)],
    ["strength", weight === null ? "" : `"${weight}"`],
    ["dir", symmetric ? "none" : ""],
    ["style", styles[standing]],
  ])}\n`;
}

/** As the page draws them: what is only alleged is dashed, what somebody denies is dotted. */
const styles: Readonly<Record<Standing, string>> = {
  corroborated: "bold",
  stated: "solid",
  alleged: "dashed",
  contested: "dotted",
  denied: "dotted",
};

/** Empty values are left out. */
function attributeList(pairs: readonly (readonly [key: string, value: string])[]): string {
  return `[${pairs.flatMap(([key, value]) => (value === "" ? [] : `${key}=${value}`)).join(" ")}]`;
}

function colorOf(hex: string): string {
  return /^#[0-9a-f]{6}$/i.test(hex) ? `"${hex}"` : "";
}

/** An id, in quotes: there a backslash is itself, but before a quote, a line break or another backslash. */
function exact(text: string): string {
  return quoted(sound(text).replaceAll(/\\+(?=["\r\n]|$)/g, (run) => (run.length % 2 === 1 ? `${run}\\` : run)));
}

/** A text that is shown, in quotes. */
function shown(text: string): string {
  return quoted(sound(text).replaceAll("\\", "\\\\").replaceAll("\n", "\\n"));
}

/** Graphviz reads at most 16,384 bytes between two quotes: longer texts are joined from pieces, none of which ends in a backslash. */
function quoted(text: string): string {
  const pieces = text.length <= 4000 ? [text] : (text.match(/[^\\]{1,4000}|(\\\\){1,2000}|\\[^\\]/gsu) ?? []);
  return pieces.map((piece) => `"${piece.replaceAll('"', '\\"')}"`).join(" + ");
}

function sound(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "\uFFFD");
}
