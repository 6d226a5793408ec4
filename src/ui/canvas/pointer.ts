import type Sigma from "sigma";
import type { SigmaNodeEventPayload, SigmaStageEventPayload } from "sigma/types";
import type { EntityId, LinkId } from "../../base/ids.ts";
import type { EdgeLook, NodeLook } from "./looks.ts";

export interface PointerActions {
  readonly entityOf: (key: string) => EntityId;
  readonly linkOf: (key: string) => LinkId;
  readonly selectEntity: (id: EntityId, options: { readonly add: boolean }) => void;
  readonly selectLink: (id: LinkId) => void;
  readonly openEntity: (id: EntityId) => void;
  readonly clear: () => void;
  readonly hoverEntity: (id: EntityId | null) => void;
  readonly hoverLink: (id: LinkId | null) => void;
  /** The node under way stands at that point of the graph now. */
  readonly dragTo: (key: string, point: { x: number; y: number }) => void;
  readonly dropped: (id: EntityId) => void;
}

/** A press that moves less than this is a click. */
const leastDrag = 4;

interface Drag {
  readonly key: string;
  readonly startX: number;
  readonly startY: number;
  /** From the pointer to the node's middle, in the graph. */
  readonly offsetX: number;
  readonly offsetY: number;
  moved: boolean;
}

/** Clicks, hovering and dragging with mouse or finger, as sigma tells them. */
export function bindPointer(sigma: Sigma<NodeLook, EdgeLook>, actions: PointerActions): void {
  let drag: Drag | null = null;
  let justDropped = false;
  const unlessDropped = (act: () => void) => {
    if (justDropped) justDropped = false;
    else act();
  };
  const adds = ({ original }: SigmaStageEventPayload["event"]) => original.shiftKey || original.ctrlKey || original.metaKey;

  sigma.on("clickNode", ({ node, event }) =>
    unlessDropped(() => actions.selectEntity(actions.entityOf(node), { add: adds(event) })),
  );
  sigma.on("clickEdge", ({ edge }) => unlessDropped(() => actions.selectLink(actions.linkOf(edge))));
  sigma.on("clickStage", () => unlessDropped(actions.clear));
  sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    actions.openEntity(actions.entityOf(node));
  });
  sigma.on("doubleClickEdge", ({ preventSigmaDefault }) => preventSigmaDefault());

  sigma.on("enterNode", ({ node }) => actions.hoverEntity(actions.entityOf(node)));
  sigma.on("leaveNode", () => actions.hoverEntity(null));
  sigma.on("enterEdge", ({ edge }) => actions.hoverLink(actions.linkOf(edge)));
  sigma.on("leaveEdge", () => actions.hoverLink(null));

  sigma.on("downNode", ({ node, event }) => {
    justDropped = false;
    if ("button" in event.original && event.original.button !== 0) return;
    drag = startDrag(sigma, { node, event });
  });
  sigma.on("downStage", () => {
    justDropped = false;
  });
  sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
    if (drag === null) return;
    preventSigmaDefault();
    drag.moved ||= Math.hypot(event.x - drag.startX, event.y - drag.startY) >= leastDrag;
    if (!drag.moved || !sigma.getGraph().hasNode(drag.key)) return;
    const point = sigma.viewportToGraph(event);
    actions.dragTo(drag.key, { x: point.x + drag.offsetX, y: point.y + drag.offsetY });
  });
  const drop = () => {
    if (drag?.moved === true && sigma.getGraph().hasNode(drag.key)) {
      justDropped = true;
      actions.dropped(actions.entityOf(drag.key));
    }
    drag = null;
  };
  sigma.on("upNode", drop);
  sigma.on("upEdge", drop);
  sigma.on("upStage", drop);
}

function startDrag(sigma: Sigma<NodeLook, EdgeLook>, { node, event }: Pick<SigmaNodeEventPayload, "node" | "event">): Drag {
  const point = sigma.viewportToGraph(event);
  const { x, y } = sigma.getGraph().getNodeAttributes(node);
  return { key: node, startX: event.x, startY: event.y, offsetX: x - point.x, offsetY: y - point.y, moved: false };
}
