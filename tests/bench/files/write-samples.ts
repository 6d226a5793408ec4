import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { randomFrom } from "../../formats/random-from.ts";

const PIECE = 1 << 20;

async function writePieces(file: string, lines: Iterable<string>): Promise<void> {
  const out = createWriteStream(file);
  const ended = finished(out);
  let piece = "";
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    if (!out.write(piece)) await once(out, "drain");
    piece = "";
  }
  out.end(piece);
  await ended;
}

export interface EdgeListFiles {
  /** With a head, as people have it: `source,target,type`. */
  readonly edges: string;
  /** The same rows and the entities that they name, as LadybugDB copies them: without a head, ends first. */
  readonly peerNodes: string;
  readonly peerLinks: string;
}

const ROWS_PER_ENTITY = 5;
const relations = ["owns", "pays", "knows", "directs"];

/** An edge list of so many rows, five to an entity. The same seed gives the same bytes. */
export async function writeEdgeList(files: EdgeListFiles, rows: number, seed: number): Promise<{ readonly entities: number }> {
  const entities = Math.ceil(rows / ROWS_PER_ENTITY);
  function* rowsOf(line: (from: string, to: string, relation: string) => string): Iterable<string> {
    const random = randomFrom(seed);
    const drawn = () => `Holding ${Math.floor(random() * entities)} Ltd`;
    // Every entity is named at least once, so that both sides have the same ones.
    for (let row = 0; row < rows; row++)
      yield line(row < entities ? `Holding ${row} Ltd` : drawn(), drawn(), relations[row % relations.length]!);
  }
  function* edges() {
    yield "source,target,type\n";
    yield* rowsOf((from, to, relation) => `${from},${to},${relation}\n`);
  }
  function* nodes() {
    for (let at = 0; at < entities; at++) yield `Holding ${at} Ltd,thing,Holding ${at} Ltd\n`;
  }
  await writePieces(files.edges, edges());
  await writePieces(files.peerNodes, nodes());
  await writePieces(
    files.peerLinks,
    rowsOf((from, to, relation) => `${from},${to},${relation},1\n`),
  );
  return { entities };
}

export interface GraphSize {
  readonly nodes: number;
  readonly edges: number;
}

/** GEXF with colours, places, sizes and two attributes for each node, a weight for each edge: as Gephi writes it. */
export async function writeGexf(file: string, size: GraphSize, seed: number): Promise<void> {
  await writePieces(file, gexfLines(size, seed));
}

function* gexfLines({ nodes, edges }: GraphSize, seed: number): Iterable<string> {
  const random = randomFrom(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield '<graph defaultedgetype="directed" mode="static"><attributes class="node"><attribute id="0" title="sector" type="string"/>';
  yield '<attribute id="1" title="staff" type="integer"/></attributes>\n<nodes>\n';
  for (let node = 0; node < nodes; node++) {
    yield `<node id="n${node}" label="Holding ${node} Ltd"><attvalues><attvalue for="0" value="sector ${upTo(40)}"/>`;
    yield `<attvalue for="1" value="${upTo(5000)}"/></attvalues><viz:size value="${upTo(100)}"/>`;
    yield `<viz:position x="${upTo(4000) / 4}" y="${upTo(4000) / 4}" z="0"/><viz:color r="${upTo(256)}" g="${upTo(256)}" b="90"/></node>\n`;
  }
  yield "</nodes>\n<edges>\n";
  for (let edge = 0; edge < edges; edge++)
    yield `<edge id="e${edge}" source="n${upTo(nodes)}" target="n${upTo(nodes)}" label="${relations[edge % relations.length]}" weight="${1 + upTo(9)}"/>\n`;
  yield "</edges>\n</graph>\n</gexf>\n";
}

/** The same kind of graph in GraphML, as networkx writes it. */
export async function writeGraphml(file: string, { nodes, edges }: GraphSize, seed: number): Promise<void> {
  const random = randomFrom(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  function* lines() {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
    yield '<key id="d0" for="node" attr.name="label" attr.type="string"/><key id="d1" for="node" attr.name="sector" attr.type="string"/>';
    yield '<key id="d2" for="node" attr.name="staff" attr.type="int"/><key id="d3" for="edge" attr.name="weight" attr.type="double"/>\n';
    yield '<graph edgedefault="directed">\n';
    for (let node = 0; node < nodes; node++) {
      yield `<node id="n${node}"><data key="d0">Holding ${node} Ltd</data><data key="d1">sector ${upTo(40)}</data>`;
      yield `<data key="d2">${upTo(5000)}</data></node>\n`;
    }
    for (let edge = 0; edge < edges; edge++)
      yield `<edge source="n${upTo(nodes)}" target="n${upTo(nodes)}"><data key="d3">${1 + upTo(9)}.5</data></edge>\n`;
    yield "</graph>\n</graphml>\n";
  }
  await writePieces(file, lines());
}
