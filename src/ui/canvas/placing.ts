import type { EntityId } from "../../base/ids.ts";
import type { ChartNode } from "../../claims/chart.ts";
import type { DrawnScene } from "./graph-of-scene.ts";
import { type KnownPlace, knownPlaces } from "./known-places.ts";
import type { LayoutTask, Places } from "./layout/layout-task.ts";
import { partBoxes } from "./layout/part-boxes.ts";
import { layoutRequest } from "./layout-request.ts";
import { glide, wantsStillness } from "./motion.ts";
import { LayoutRunner } from "./run-layout.ts";
import type { Size } from "./zoom.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** `first`: there was no picture before. `asked`: by the reader, not by a change of the case. */
export interface Settled {
  readonly first: boolean;
  readonly asked: boolean;
}

/** Drawings whose places are kept. */
const mostSheets = 12;

interface PlacingOptions {
  readonly drawn: () => DrawnScene;
  readonly nameWidth: (label: string) => number;
  /** Pixels that the layout may fill. */
  readonly canvas: () => Size;
  /** Nodes stand elsewhere now: draw them. */
  readonly moved: () => void;
  readonly settled: (how: Settled) => void;
}

/** Where everything stands: known places are kept, also of nodes that are hidden for a while; the layout finds the others. */
export class Placing {
  private readonly options: PlacingOptions;
  private readonly runner = new LayoutRunner();
  /** Of each drawing where its nodes stand, the last ones that were turned to. */
  private readonly sheets = new Map<string, Map<EntityId, KnownPlace>>();
  private known = new Map<EntityId, KnownPlace>();
  private seed = 0;
  private blank = true;
  private stopGlide = () => {};
  /** On their way to where another chart has them. */
  private following: ReadonlySet<EntityId> = new Set();

  constructor(options: PlacingOptions) {
    this.options = options;
  }

  /** Whether nothing has found its place yet. */
  get isBlank(): boolean {
    return this.blank;
  }

  /** Turns to another drawing: what is known of this one is kept for when it is turned to again. */
  turnTo(sheet: string): void {
    this.stop();
    this.known = this.sheets.get(sheet) ?? new Map();
    this.sheets.delete(sheet);
    this.sheets.set(sheet, this.known);
    for (const oldest of [...this.sheets.keys()].slice(0, -mostSheets)) this.sheets.delete(oldest);
    this.following = new Set();
    this.blank = true;
  }

  /** Where a node is drawn until its place is found. */
  placeOf(id: EntityId): Point {
    return pointOf(this.known.get(id) ?? { x: 0, y: 0 });
  }

  /** The set of nodes has changed: places are taken from the chart, the rest is laid out. */
  settle(chart: readonly ChartNode[]): void {
    const { places, kind } = knownPlaces(chart, this.options.canvas());
    const fresh = new Set([...places.keys()].filter((id) => !this.known.has(id)));
    for (const id of fresh) this.known.set(id, places.get(id) as KnownPlace);
    if (kind === "sketch") this.makeRoom(fresh);
    this.start(false);
  }

  /** The chart is another: what it moved, and what does not stand there yet, moves. A sketch is read when the page is. */
  follow(before: readonly ChartNode[], after: readonly ChartNode[]): void {
    if (this.blank || knownPlaces(after, this.options.canvas()).kind === "sketch") return;
    const old = new Map(before.map((node) => [node.entity, node]));
    const moved = after.filter((node) => !isThere(old.get(node.entity), node) && !isThere(this.known.get(node.entity), node));
    for (const { entity, pinned, ...place } of moved) this.known.set(entity, { ...pointOf(place), pinned });
    if (moved.length === 0) return;
    const going = new Set([...this.following, ...moved.map(({ entity }) => entity)]);
    this.following = going;
    this.glideTo(
      (id) => going.has(id),
      () => {
        this.following = new Set();
        this.options.moved();
      },
    );
  }

  /** Forgets places that were not pinned, and lays out anew: each time another picture. */
  again(): void {
    this.seed++;
    this.start(true);
  }

  pin(id: EntityId, place: Point): void {
    this.known.set(id, { ...pointOf(place), pinned: true });
  }

  /** Of the nodes that are drawn. */
  places(): ChartNode[] {
    const { nodes } = this.options.drawn();
    return nodes.map(({ node: { id }, look }) => ({ entity: id, x: look.x, y: look.y, pinned: this.isPinned(id) }));
  }

  stop(): void {
    this.stopGlide();
    this.runner.stop();
  }

  /** Lets go of the worker for good. */
  end(): void {
    this.stopGlide();
    this.runner.end();
  }

  private request(held: (id: EntityId) => KnownPlace | undefined): LayoutTask {
    const { drawn, nameWidth, canvas } = this.options;
    return layoutRequest(drawn().scene, { known: held, nameWidth, canvas: canvas(), seed: this.seed });
  }

  /** Pushes nodes of a sketch apart where their names would overlap. */
  private makeRoom(fresh: ReadonlySet<EntityId>): void {
    const task = this.request((id) => this.known.get(id));
    if (task.x.includes(Number.NaN)) return;
    const { nodes } = this.options.drawn();
    partBoxes(task, task, { fixed: (at) => !fresh.has(nodes[at]?.node.id as EntityId) });
    for (const [at, { node }] of nodes.entries()) {
      const place = this.known.get(node.id);
      if (place !== undefined) this.known.set(node.id, { ...place, x: task.x[at] as number, y: task.y[at] as number });
    }
  }

  private isPinned(id: EntityId): boolean {
    return this.known.get(id)?.pinned === true;
  }

  private start(asked: boolean): void {
    this.stop();
    const { nodes } = this.options.drawn();
    const how = { first: this.blank, asked };
    const held = (id: EntityId) => (asked && !this.isPinned(id) ? undefined : this.known.get(id));
    if (nodes.every(({ node }) => held(node.id) !== undefined)) {
      this.arrive(how);
      return;
    }
    this.runner.start(this.request(held), {
      meanwhile: (places) => this.showMeanwhile(places),
      done: (places) => {
        this.remember(places, asked);
        if (this.blank || wantsStillness()) this.arrive(how);
        else
          this.glideTo(
            () => true,
            () => this.arrive(how),
          );
      },
    });
  }

  /** A large drawing is seen while it forms, unless no motion is wanted or there is another to look at. */
  private showMeanwhile({ x, y }: Places): void {
    if (wantsStillness()) return;
    this.blank = false;
    this.options.drawn().nodes.forEach(({ look }, at) => {
      look.x = x[at] as number;
      look.y = y[at] as number;
    });
    this.options.moved();
  }

  private remember({ x, y }: Places, anew: boolean): void {
    this.options.drawn().nodes.forEach(({ node: { id } }, at) => {
      if (this.known.has(id) && !(anew && !this.isPinned(id))) return;
      this.known.set(id, { x: x[at] as number, y: y[at] as number, pinned: false });
    });
  }

  private arrive(how: Settled): void {
    const { nodes } = this.options.drawn();
    for (const { node, look } of nodes) Object.assign(look, this.placeOf(node.id));
    // A drawing of nothing is no picture yet: what comes to it is the first, and is fitted into view.
    if (nodes.length > 0) this.blank = false;
    this.options.moved();
    this.options.settled(how);
  }

  private glideTo(goes: (id: EntityId) => boolean, then: () => void): void {
    const going = this.options.drawn().nodes.filter(({ node }) => goes(node.id));
    const moves = going.map(({ node, look }) => ({ look, from: pointOf(look), to: this.placeOf(node.id) }));
    this.stopGlide = glide((share) => {
      for (const { look, from, to } of moves) {
        look.x = from.x + (to.x - from.x) * share;
        look.y = from.y + (to.y - from.y) * share;
      }
      if (share < 1) this.options.moved();
      else then();
    });
  }
}

function isThere(known: KnownPlace | undefined, { x, y, pinned }: KnownPlace): boolean {
  return known !== undefined && known.x === x && known.y === y && known.pinned === pinned;
}

function pointOf({ x, y }: Point): { x: number; y: number } {
  return { x, y };
}
