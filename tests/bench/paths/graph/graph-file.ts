import { readFileSync, writeFileSync } from "node:fs";
import type { BenchGraph } from "./bench-graph.ts";

const kinds = { Uint8Array, Uint32Array, Int32Array, Float32Array };
type Column = InstanceType<(typeof kinds)[keyof typeof kinds]>;

interface Header {
  readonly scalars: { readonly [name: string]: string | number };
  readonly columns: readonly { readonly name: string; readonly kind: keyof typeof kinds; readonly length: number }[];
}

/** Bytes before the columns: how long the header is, then the header, padded. */
const HEADER_BYTES = 4096;
const ALIGNED = 8;

/** Writes a graph down for another process of the same machine. */
export function writeGraph(file: string, graph: BenchGraph): void {
  const entries = Object.entries(graph) as [string, string | number | Column][];
  const columns = entries.filter((entry): entry is [string, Column] => typeof entry[1] === "object");
  const header: Header = {
    scalars: Object.fromEntries(entries.filter((entry): entry is [string, string | number] => typeof entry[1] !== "object")),
    columns: columns.map(([name, column]) => ({
      name,
      kind: column.constructor.name as keyof typeof kinds,
      length: column.length,
    })),
  };
  const bytes = Buffer.alloc(HEADER_BYTES + columns.reduce((sum, [, { byteLength }]) => sum + aligned(byteLength), 0));
  bytes.writeUInt32LE(bytes.write(JSON.stringify(header), 4), 0);
  let at = HEADER_BYTES;
  for (const [, { buffer, byteOffset, byteLength }] of columns) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  writeFileSync(file, bytes);
}

/** The graph that `writeGraph` wrote; its columns are views of one buffer. */
export function readGraph(file: string): BenchGraph {
  const bytes = readFileSync(file);
  const header = JSON.parse(bytes.toString("utf8", 4, 4 + bytes.readUInt32LE(0))) as Header;
  let at = bytes.byteOffset + HEADER_BYTES;
  const columns = header.columns.map(({ name, kind, length }) => {
    const column = new kinds[kind](bytes.buffer, at, length);
    at += aligned(column.byteLength);
    return [name, column];
  });
  return { ...header.scalars, ...Object.fromEntries(columns) } as BenchGraph;
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNED) * ALIGNED;
}
