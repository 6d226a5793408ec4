import type { EntityId, EntityTypeId, LinkId } from "../base/ids.ts";
import type { Shape } from "../claims/ontology.ts";
import type { Standing } from "../claims/standing.ts";

/** What to draw, as data: the canvas draws it, the legend, the list and the exported picture read the same. */
export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
}

export interface SceneNode {
  readonly id: EntityId;
  readonly type: EntityTypeId;
  /** "Armed group": for whoever hears the canvas instead of seeing it. */
  readonly typeLabel: string;
  readonly label: string;
  readonly shape: Shape;
  /** Name of an icon of the bundled set. */
  readonly icon: string;
  /** `#RRGGBB` for the theme asked for. */
  readonly color: string;
  /** Radius in pixels at zoom 1. */
  readonly size: number;
  readonly emphasis: Emphasis;
  /** Chosen by the reader, also where the path decides the emphasis. */
  readonly selected: boolean;
}

/** One line of the canvas: one link. */
export interface SceneEdge {
  readonly id: LinkId;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly label: string;
  readonly standing: Standing;
  readonly form: LineForm;
  /** Arrowhead at `to`; symmetric relations have none. */
  readonly arrow: boolean;
  /** 0 straight; parallel links are spread to both sides: …, -1, 0, 1, … times the spacing, positive to the left of its direction. */
  readonly bend: number;
  readonly emphasis: Emphasis;
  readonly selected: boolean;
}

/**
 * `faded`: off the path or outside the focus. `path`: on the path that was asked for; the thread, the
 * only red of the page. `selected`: what the inspector shows. `near`: one hop from the selection.
 */
export type Emphasis = "plain" | "faded" | "near" | "selected" | "path";

/** How a standing is drawn, without colour: on the canvas, in the legend, in a claim's rule, in pictures. */
export interface LineForm {
  readonly standing: Standing;
  /** Pixels. */
  readonly width: number;
  /** Dash, gap, dash, gap … in pixels; empty for a solid line. */
  readonly dash: readonly number[];
  /** Drawn in the middle of the line: "≠" or nothing. */
  readonly mark: string;
  readonly label: string;
}

/** Strongest first. The one table of forms. */
export const lineForms: Readonly<Record<Standing, LineForm>> = {
  corroborated: { standing: "corroborated", width: 3.5, dash: [], mark: "", label: "Corroborated" },
  stated: { standing: "stated", width: 1.5, dash: [], mark: "", label: "Stated" },
  alleged: { standing: "alleged", width: 1.5, dash: [6, 4], mark: "", label: "Alleged" },
  contested: { standing: "contested", width: 1.8, dash: [12, 5], mark: "≠", label: "Contested" },
  denied: { standing: "denied", width: 1.5, dash: [1.5, 4], mark: "", label: "Denied" },
};
