import type Sigma from "sigma";
import type { MouseCoords, TouchCoords } from "sigma/types";
import type { LabelEdge, LabelNode } from "./labels/label-items.ts";
import type { EdgeLook, NodeLook } from "./looks.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PointerActions {
  readonly nodeAt: (point: Point) => LabelNode | null;
  readonly linkAt: (point: Point) => LabelEdge | null;
  readonly click: (node: LabelNode | null, link: LabelEdge | null, options: { readonly add: boolean }) => void;
  readonly open: (node: LabelNode) => void;
  readonly hover: (node: LabelNode | null, link: LabelEdge | null) => void;
  /** The node under way stands at that point of the graph now. */
  readonly drag: (node: LabelNode, point: Point) => void;
  readonly drop: (node: LabelNode) => void;
}

/** A press that moves less than this is a click. */
const leastDrag = 4;

interface Drag {
  readonly node: LabelNode;
  readonly start: Point;
  /** From the pointer to the node's middle, in the graph. */
  readonly offset: Point;
  moved: boolean;
}

/**
 * Clicks, hovering and dragging, by mouse or finger. sigma's captors move the camera and tell where the pointer is; what lies
 * there is found by our own geometry, so sigma's listeners, which read pixels back at every move, are taken off.
 */
export class Pointer {
  private readonly sigma: Sigma<NodeLook, EdgeLook>;
  private readonly actions: PointerActions;
  private drag: Drag | null = null;
  private justDropped = false;

  constructor(sigma: Sigma<NodeLook, EdgeLook>, actions: PointerActions) {
    this.sigma = sigma;
    this.actions = actions;
    this.bindMouse();
    this.bindTouch();
  }

  private bindMouse(): void {
    const mouse = this.sigma.getMouseCaptor();
    mouse.removeAllListeners();
    mouse.on("click", (event) => this.click(event, adds(event)));
    mouse.on("doubleClick", (event) => this.doubleClick(event, event));
    mouse.on("mousedown", (event) => {
      if (event.original instanceof MouseEvent && event.original.button === 0) this.press(event);
    });
    mouse.on("mousemovebody", (event) => {
      if (this.drag === null) return;
      event.preventSigmaDefault();
      this.move(event);
    });
    mouse.on("mousemove", (event) => {
      if (this.drag === null && !mouse.isMouseDown) this.hover(event);
    });
    mouse.on("mouseleave", () => this.actions.hover(null, null));
    mouse.on("mouseup", () => this.release());
  }

  private bindTouch(): void {
    const touch = this.sigma.getTouchCaptor();
    touch.removeAllListeners();
    touch.on("tap", (event) => this.click(placeOf(event), false));
    touch.on("doubletap", (event) => this.doubleClick(placeOf(event), event));
    touch.on("touchdown", (event) => {
      if (event.touches.length === 1) this.press(placeOf(event));
      else this.drag = null;
    });
    touch.on("touchmove", (event) => {
      if (this.drag === null) return;
      event.preventSigmaDefault();
      this.move(placeOf(event));
    });
    touch.on("touchup", () => this.release());
  }

  private click(at: Point, add: boolean): void {
    if (this.justDropped) return;
    const node = this.actions.nodeAt(at);
    this.actions.click(node, node === null ? this.actions.linkAt(at) : null, { add });
  }

  private doubleClick(at: Point, event: Pick<MouseCoords | TouchCoords, "sigmaDefaultPrevented">): void {
    const node = this.actions.nodeAt(at);
    if (node === null && this.actions.linkAt(at) === null) return;
    event.sigmaDefaultPrevented = true;
    if (node !== null) this.actions.open(node);
  }

  private hover(at: Point): void {
    const node = this.actions.nodeAt(at);
    this.actions.hover(node, node === null ? this.actions.linkAt(at) : null);
  }

  private press(at: Point): void {
    this.justDropped = false;
    const node = this.actions.nodeAt(at);
    if (node === null) return;
    const point = this.sigma.viewportToGraph(at);
    const offset = { x: node.look.x - point.x, y: node.look.y - point.y };
    this.drag = { node, start: { x: at.x, y: at.y }, offset, moved: false };
  }

  private move(at: Point): void {
    const { drag } = this;
    if (drag === null) return;
    drag.moved ||= Math.hypot(at.x - drag.start.x, at.y - drag.start.y) >= leastDrag;
    if (!drag.moved) return;
    const point = this.sigma.viewportToGraph({ x: at.x, y: at.y });
    this.actions.drag(drag.node, { x: point.x + drag.offset.x, y: point.y + drag.offset.y });
  }

  private release(): void {
    const { drag } = this;
    this.drag = null;
    if (drag?.moved !== true) return;
    this.justDropped = true;
    this.actions.drop(drag.node);
  }
}

function adds({ original }: MouseCoords): boolean {
  return original.shiftKey || original.ctrlKey || original.metaKey;
}

/** A finger that was lifted is where it was last. */
function placeOf({ touches, previousTouches }: TouchCoords): Point {
  return touches[0] ?? previousTouches[0] ?? { x: 0, y: 0 };
}
