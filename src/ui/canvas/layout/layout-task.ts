/**
 * A layout to be found. Arrays run over nodes; coordinates are graph units, which are pixels at zoom 1,
 * x to the right and y up. Made of typed arrays alone, so that a worker takes it as it is.
 */
export interface LayoutTask {
  readonly count: number;
  /** Known places; NaN where the layout finds one. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** What the node takes with its name: half the width; how far up and down from its middle. */
  readonly halfWidth: Float64Array;
  readonly above: Float64Array;
  readonly below: Float64Array;
  /** Ends of the links as pairs of node indexes. */
  readonly links: Uint32Array;
  /** Width of the canvas divided by its height. */
  readonly aspect: number;
  /** Square pixels of the canvas: few nodes are drawn so that they fill it without being scaled. */
  readonly room: number;
  /** The same seed gives the same picture. */
  readonly seed: number;
}

export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Part of a layout that is not final yet, to be shown meanwhile. */
export type OnProgress = (places: Places) => void;
