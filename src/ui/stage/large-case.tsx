import { useCallback } from "react";
import type { ChartNode } from "../../claims/chart.ts";
import type { GraphCanvasHandle } from "../canvas/canvas-contract.ts";
import frame from "../frame/frame.module.css";
import { useActions, usePage } from "../state/use-page.ts";
import { SceneCanvas } from "./scene-canvas.tsx";
import styles from "./stage.module.css";
import { TimeStrip } from "./time-strip.tsx";
import type { Shows } from "./use-drawing.ts";

interface LargeCaseProps {
  readonly theme: "light" | "dark";
  readonly onHandle: (handle: GraphCanvasHandle | null) => void;
}

const noPlaces: readonly ChartNode[] = [];

/**
 * A large case: first its communities, and along the bottom the time that it speaks of; then whatever part the reader opens, or
 * an answer alone. One canvas for all of them, since one takes long to make.
 */
export function LargeCase({ theme, onHandle }: LargeCaseProps) {
  const overview = usePage((state) => state.overview);
  const shows = usePage(({ board, isolated }): Shows => (isolated ? "answer" : board.kind === "overview" ? "overview" : "case"));
  const isChart = usePage(({ board, isolated }) => board.kind === "chart" && !isolated);
  const charted = usePage((state) => state.chart?.nodes) ?? noPlaces;
  const { savePlaces } = useActions();
  // What was only opened to look at is no chart yet.
  const onPlaces = useCallback(
    (nodes: readonly ChartNode[], cause: "drag" | "asked" | "settled") => {
      if (isChart && cause !== "settled") savePlaces(nodes);
    },
    [savePlaces, isChart],
  );
  return (
    <div className={styles.large}>
      <div className={styles.map}>
        <SceneCanvas theme={theme} shows={shows} places={isChart ? charted : noPlaces} onPlaces={onPlaces} onHandle={onHandle} />
        {shows === "overview" && (
          <div className={styles.above}>
            <Meanwhile />
          </div>
        )}
      </div>
      {shows === "overview" && overview !== null && <TimeStrip time={overview.time} />}
    </div>
  );
}

/** In front of an empty canvas: why there are no communities on it. */
function Meanwhile() {
  const communities = usePage((state) => state.overview?.communities ?? null);
  if (communities !== null && communities.largest.length > 0) return null;
  return (
    <div className={frame.centre} role="status">
      <h2>{communities === null ? "Communities are being worked out" : "No communities"}</h2>
      <p>
        {communities === null
          ? "It takes some seconds, once. Search, or open a type or a hub at the left meanwhile."
          : "No two entities of this case are linked. Open a type at the left, or search."}
      </p>
    </div>
  );
}
