import type { EntityId, LinkId } from "../../base/ids.ts";
import type { ChartNode } from "../../claims/chart.ts";
import type { Legend } from "../../view/legend.ts";
import type { Scene } from "../../view/scene.ts";

/** What the graph canvas takes and tells. It draws; it neither computes nor fetches. */
export interface GraphCanvasProps {
  readonly scene: Scene;
  readonly theme: "light" | "dark";
  /** What the marks of the scene mean; drawn under a picture. */
  readonly legend: Legend;
  /** Known places (the saved chart); the layout finds the rest. What stands elsewhere in another chart moves there. */
  readonly places: readonly ChartNode[];
  /** Which drawing it is: each keeps the places of its own nodes, and is fitted into view when it is turned to. */
  readonly sheet: string;
  readonly onSelectEntity: (id: EntityId, options: { readonly add: boolean }) => void;
  readonly onSelectLink: (id: LinkId) => void;
  /** Click on nothing. */
  readonly onClear: () => void;
  readonly onOpenEntity: (id: EntityId) => void;
  /** After a drag ends, after a layout that the reader asked for, and once when the layout settles by itself. */
  readonly onPlaces: (places: readonly ChartNode[], cause: "drag" | "asked" | "settled") => void;
  readonly onLayout: (state: "running" | "settled") => void;
  /** Given once the canvas stands. */
  readonly onReady: (handle: GraphCanvasHandle) => void;
}

export interface GraphCanvasHandle {
  fit(): void;
  /** Flies to the entities so that all are in view. */
  focus(entities: readonly EntityId[]): void;
  zoom(direction: "in" | "out"): void;
  /** Forgets places that were not pinned and lays out anew. */
  layout(): void;
  places(): readonly ChartNode[];
  /** PNG of what the canvas shows. */
  picture(): Promise<Blob>;
}
