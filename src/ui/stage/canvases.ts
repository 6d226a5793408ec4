import type { GraphCanvasHandle } from "../canvas/canvas-contract.ts";

/** The canvases that stand: of the case, and over it that of the answer alone. */
export interface Canvases {
  whole: GraphCanvasHandle | null;
  answer: GraphCanvasHandle | null;
}

/** The one in front. */
export function frontCanvas({ whole, answer }: Canvases): GraphCanvasHandle | null {
  return answer ?? whole;
}
