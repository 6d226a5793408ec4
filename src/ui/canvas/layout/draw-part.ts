import { centreAt, fillRoom, fitAspect, stretchToAspect } from "./fit-aspect.ts";
import { spreadByForce } from "./force.ts";
import type { LayoutTask, OnProgress, Places } from "./layout-task.ts";
import { partBoxes } from "./part-boxes.ts";
import { startPlaces } from "./start-places.ts";
import { clutterIn, mostTidied, tidy } from "./tidy.ts";

/** Square pixels per node, where every name is shown and where most are not. */
const roomNamed = { least: 9_500, most: 16_000 };
const roomUnnamed = 6_500;

/** From how many nodes on names are too many to make room for each. */
export const mostNamed = 400;

/** A connected drawing from nothing: small ones several times over, of which the least cluttered is taken. */
export function drawPart(task: LayoutTask, onProgress?: OnProgress): Places {
  if (task.count === 1) return { x: new Float64Array(1), y: new Float64Array(1) };
  if (task.count > mostTidied) {
    const places = drawOnce(task, onProgress);
    stretchToAspect(task, places);
    return places;
  }
  const drawn = leastCluttered(task);
  fillRoom(task, drawn, roomPerNode(task));
  partBoxes(task, drawn);
  stretchToAspect(task, drawn);
  centreAt(drawn);
  return drawn;
}

/** Tidying is what takes long: of several tries only those are tidied that promise most as they are. Ties go to the earlier try. */
function leastCluttered(task: LayoutTask): Places {
  const { tries, tidied } = effortFor(task.count);
  const drawn = Array.from({ length: tries }, (_, at) => drawOnce({ ...task, seed: task.seed * 101 + at }));
  const promising = ranked(drawn, (places) => clutterIn(task, places)).slice(0, tidied);
  return ranked(promising, (places) => tidy(task, places))[0] ?? startPlaces(task);
}

/** How often a drawing is tried, and how many of the tries are tidied: with more of either hardly less clutter is left. */
function effortFor(count: number): { readonly tries: number; readonly tidied: number } {
  if (count > 3 && count <= 32) return { tries: 8, tidied: 3 };
  if (count > 32 && count <= 48) return { tries: 2, tidied: 2 };
  return { tries: 1, tidied: 1 };
}

function ranked(drawn: readonly Places[], clutterOf: (places: Places) => number): readonly Places[] {
  const clutter = drawn.map(clutterOf);
  return [...drawn.keys()].sort((a, b) => (clutter[a] as number) - (clutter[b] as number)).map((at) => drawn[at] as Places);
}

function drawOnce(task: LayoutTask, onProgress?: OnProgress): Places {
  const places = startPlaces(task);
  const reach = 12 * Math.sqrt(task.count);
  for (let node = 0; node < task.count; node++) {
    places.x[node] = (places.x[node] as number) * reach;
    places.y[node] = (places.y[node] as number) * reach;
  }
  spreadByForce(task, places, {
    mostSteps: task.count > mostNamed ? 260 : 400,
    ...(onProgress && { onProgress: progress(task, onProgress) }),
  });
  fitAspect(task, places, roomPerNode(task));
  partBoxes(task, places);
  return places;
}

/** What is shown meanwhile has the size of what is shown at the end. */
function progress(task: LayoutTask, onProgress: OnProgress): OnProgress {
  return ({ x, y }) => {
    const shown = { x: x.slice(), y: y.slice() };
    fitAspect(task, shown, roomPerNode(task));
    onProgress(shown);
  };
}

/** Nodes with names share the canvas as long as there is enough of it; beyond, the drawing is larger than the canvas. */
export function roomPerNode({ count, room }: Pick<LayoutTask, "count" | "room">): number {
  return count > mostNamed ? roomUnnamed : Math.min(roomNamed.most, Math.max(roomNamed.least, (0.96 * room) / count));
}
