import { components } from "./components.ts";
import { drawPart } from "./draw-part.ts";
import { spreadByForce } from "./force.ts";
import { joinIn } from "./join-in.ts";
import type { LayoutTask, OnProgress, Places } from "./layout-task.ts";
import { type Part, pack } from "./pack.ts";
import { partBoxes } from "./part-boxes.ts";
import { partOfTask } from "./part-of-task.ts";

/** New nodes beyond this share of the known ones change the picture; then the forces run, with the known held. */
const fewShare = 0.5;
const fewNew = 40;

/**
 * Places for all nodes of the task. Without known places each connected part is drawn by itself and the parts are packed;
 * with known ones those stay, to the digit, and the others find their place among them. The same task gives
 * the same places. `onProgress` hears of a large drawing while it forms.
 */
export function arrange(task: LayoutTask, onProgress?: OnProgress): Places {
  const known = Array.from(task.x, (x, node) => !Number.isNaN(x) && !Number.isNaN(task.y[node] as number));
  const knownCount = known.filter(Boolean).length;
  if (task.count === 0) return { x: new Float64Array(0), y: new Float64Array(0) };
  if (knownCount === 0) return drawAll(task, onProgress);
  const joined = joinIn(task);
  const added = task.count - knownCount;
  if (added <= Math.max(fewNew, knownCount * fewShare)) return joined;
  const fixed = (node: number) => known[node] === true;
  spreadByForce(task, joined, { fixed, unit: "pixels", mostSteps: 160 });
  partBoxes(task, joined, { fixed });
  return joined;
}

function drawAll(task: LayoutTask, onProgress?: OnProgress): Places {
  const groups = components(task);
  const parts: Part[] = [];
  for (const nodes of groups) {
    const part = partOfTask(task, nodes);
    const whole = onProgress !== undefined && nodes.length > task.count / 2;
    const show = whole ? (places: Places) => onProgress(meanwhile(task.count, nodes, places)) : undefined;
    parts.push({ nodes, task: part, places: drawPart(part, show) });
  }
  return pack(task, parts);
}

/** The part that forms in the middle; all others wait there. */
function meanwhile(count: number, nodes: readonly number[], places: Places): Places {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  nodes.forEach((node, at) => {
    x[node] = places.x[at] as number;
    y[node] = places.y[at] as number;
  });
  return { x, y };
}
