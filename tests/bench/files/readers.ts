import { readFileSync } from "node:fs";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import type { FormatReader } from "../../../src/formats/format.ts";
import { gexfFormat } from "../../../src/formats/gexf/gexf-format.ts";
import { graphmlFormat } from "../../../src/formats/graphml/graphml-format.ts";
import { contextFor } from "../../formats/read-all.ts";
import { requirePeer } from "../paths/engines/peer-module.ts";
import { quantile } from "../report/quantile.ts";

interface PeerGraph {
  readonly order: number;
  readonly size: number;
}

interface PeerParser {
  parse(graph: unknown, text: string, options?: { readonly addMissingNodes?: boolean }): PeerGraph;
}

export interface ReaderTimes {
  readonly format: "GEXF" | "GraphML";
  readonly file: string;
  readonly nodes: number;
  readonly edges: number;
  /** Medians, milliseconds. */
  readonly clew: number;
  readonly graphology: number;
}

const ROUNDS = 15;
const PIECE = 1 << 16;

/** Both read the same text in turns, in one process; graphology's readers need a DOM, and get jsdom's. */
export function timeReaders(files: Readonly<Record<ReaderTimes["format"], string>>): ReaderTimes[] {
  const { JSDOM } = requirePeer<{ JSDOM: new (html: string) => { readonly window: Record<string, unknown> } }>("jsdom");
  const { window } = new JSDOM("");
  Object.assign(globalThis, { DOMParser: window.DOMParser, Document: window.Document, XMLSerializer: window.XMLSerializer });
  const { MultiDirectedGraph } = requirePeer<{ MultiDirectedGraph: unknown }>("graphology");
  const peers = {
    GEXF: requirePeer<PeerParser>("graphology-gexf/browser"),
    GraphML: requirePeer<PeerParser>("graphology-graphml/browser"),
  };
  const own = { GEXF: gexfFormat.reader!, GraphML: graphmlFormat.reader! };
  return (["GEXF", "GraphML"] as const).map((format) => {
    const text = readFileSync(files[format], "utf8");
    const [clew, graphology]: [number[], number[]] = [[], []];
    let counts = { nodes: 0, edges: 0 };
    let peer: PeerGraph = { order: 0, size: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      clew.push(timed(() => (counts = countsOf(own[format], text))));
      graphology.push(timed(() => (peer = peers[format].parse(MultiDirectedGraph, text))));
    }
    if (counts.nodes !== peer.order || counts.edges !== peer.size)
      throw new Error(`${format}: Clew has ${counts.nodes} and ${counts.edges}, graphology ${peer.order} and ${peer.size}`);
    return { format, file: files[format], ...counts, clew: middle(clew), graphology: middle(graphology) };
  });
}

function countsOf(reader: FormatReader, text: string): { nodes: number; edges: number } {
  const reading = reader.start(contextFor("bench", builtInOntology));
  const counts = { nodes: 0, edges: 0 };
  const take = (records: ReturnType<typeof reading.push>) => {
    for (const record of records) {
      if (record.kind === "entity") counts.nodes++;
      else if (record.kind === "claim" && record.claim.kind === "link") counts.edges++;
    }
  };
  for (let at = 0; at < text.length; at += PIECE) take(reading.push(text.slice(at, at + PIECE)));
  take(reading.end());
  return counts;
}

function timed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function middle(times: readonly number[]): number {
  return quantile(
    [...times].sort((a, b) => a - b),
    0.5,
  );
}
