import type { ForceAtlas2Settings } from "graphology-layout-forceatlas2";
import iterate from "graphology-layout-forceatlas2/iterate.js";
import type { LayoutTask, OnProgress, Places } from "./layout-task.ts";

/** What the library keeps of a node: x, y, dx, dy, old dx, old dy, mass, convergence, size, fixed. */
const nodeFields = 10;
const linkFields = 3;

interface ForceOptions {
  readonly fixed?: (node: number) => boolean;
  /** How far apart linked nodes come to lie: the library's own unit, or that of a drawing whose nodes are held. */
  readonly unit?: "own" | "pixels";
  readonly mostSteps: number;
  readonly onProgress?: OnProgress;
}

/**
 * ForceAtlas2 (Jacomy et al. 2014) from the places given until nothing moves by more than a thousandth of the
 * drawing, or until `mostSteps`. Repulsion is approximated (Barnes-Hut) from 400 nodes on. Changes `places`.
 */
export function spreadByForce(
  task: LayoutTask,
  places: Places,
  { fixed = () => false, unit = "own", mostSteps, onProgress }: ForceOptions,
): void {
  const { count } = task;
  const nodes = nodesOf(task, places, fixed);
  const links = linksOf(task);
  const settings = settingsFor(count, unit);
  for (let step = 1; step <= mostSteps; step++) {
    iterate(settings, nodes, links);
    if (step % 10 !== 0) continue;
    const moved = takePlaces(nodes, places, fixed);
    onProgress?.(places);
    if (moved < 0.001) break;
  }
  takePlaces(nodes, places, fixed);
}

function settingsFor(count: number, unit: "own" | "pixels"): Required<ForceAtlas2Settings> {
  const crowd = unit === "own" && count > 400;
  return {
    linLogMode: crowd,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 0,
    scalingRatio: unit === "own" ? 10 : 700,
    strongGravityMode: crowd,
    gravity: crowd ? 0.05 : 1,

    slowDown: 1 + Math.log(1 + count) / 2,
    barnesHutOptimize: count >= 400,
    barnesHutTheta: 0.7,
  };
}

function nodesOf({ count, links }: LayoutTask, { x, y }: Places, fixed: (node: number) => boolean): Float32Array {
  const nodes = new Float32Array(count * nodeFields);
  for (let node = 0; node < count; node++) {
    const at = node * nodeFields;
    nodes[at] = x[node] as number;
    nodes[at + 1] = y[node] as number;
    nodes[at + 6] = 1;
    nodes[at + 7] = 1;
    nodes[at + 8] = 1;
    nodes[at + 9] = fixed(node) ? 1 : 0;
  }
  for (const end of links) nodes[end * nodeFields + 6] = (nodes[end * nodeFields + 6] as number) + 1;
  return nodes;
}

function linksOf({ links }: LayoutTask): Float32Array {
  const array = new Float32Array((links.length / 2) * linkFields);
  for (let at = 0; at < links.length / 2; at++) {
    array[at * linkFields] = (links[2 * at] as number) * nodeFields;
    array[at * linkFields + 1] = (links[2 * at + 1] as number) * nodeFields;
    array[at * linkFields + 2] = 1;
  }
  return array;
}

/** Copies places out of the library's array, which rounds them: those held stay as they were. Gives the mean move since last time, as a share of the drawing's reach. */
function takePlaces(nodes: Float32Array, { x, y }: Places, fixed: (node: number) => boolean): number {
  let moved = 0;
  let reach = 1e-9;
  for (let node = 0; node < x.length; node++) {
    if (fixed(node)) continue;
    const nextX = nodes[node * nodeFields] as number;
    const nextY = nodes[node * nodeFields + 1] as number;
    moved += Math.hypot(nextX - (x[node] as number), nextY - (y[node] as number));
    reach = Math.max(reach, Math.abs(nextX), Math.abs(nextY));
    x[node] = nextX;
    y[node] = nextY;
  }
  return moved / x.length / reach;
}
