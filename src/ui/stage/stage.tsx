import { Maximize, Minus, Plus, Shuffle } from "lucide-react";
import { type RefObject, useCallback } from "react";
import type { ChartNode } from "../../claims/chart.ts";
import type { GraphCanvasHandle } from "../canvas/canvas-contract.ts";
import styles from "../frame/frame.module.css";
import { IconButton } from "../parts/icon-button.tsx";
import { useActions, usePage } from "../state/use-page.ts";
import { type Canvases, frontCanvas } from "./canvases.ts";
import { SceneCanvas } from "./scene-canvas.tsx";
import { StageNote } from "./stage-note.tsx";
import { StageWords } from "./stage-words.tsx";

interface StageProps {
  readonly theme: "light" | "dark";
  readonly canvases: RefObject<Canvases>;
}

const noPlaces: readonly ChartNode[] = [];
/** An answer out of so few keeps the places that the reader knows; out of more it would be a few specks far apart. */
const mostFamiliar = 400;

/** The middle of the page: the canvas, or what to do when there is nothing to draw. */
export function Stage({ theme, canvases }: StageProps) {
  const phase = usePage((state) => state.phase);
  const empty = usePage((state) => state.graph?.view.entities.length === 0);
  const ready = usePage((state) => state.graph !== null);
  return (
    <div className={styles.stage}>
      {ready && !empty && <Drawings theme={theme} canvases={canvases} />}
      {(phase !== "ready" || empty) && <StageWords phase={phase} ready={ready} />}
    </div>
  );
}

/** The case; over it, while it is isolated, the answer on a canvas of its own, so that the way back changes nothing. */
function Drawings({ theme, canvases }: StageProps) {
  const isolated = usePage((state) => state.isolated);
  const charted = usePage((state) => state.chart?.nodes) ?? noPlaces;
  const { savePlaces } = useActions();
  const onPlaces = useCallback(
    (nodes: readonly ChartNode[], cause: "drag" | "asked" | "settled") => {
      if (cause !== "settled") savePlaces(nodes);
    },
    [savePlaces],
  );
  const onWhole = useCallback(
    (handle: GraphCanvasHandle | null) => {
      canvases.current.whole = handle;
    },
    [canvases],
  );
  return (
    <>
      <div className={styles.canvas} inert={isolated} data-covered={isolated ? "" : undefined}>
        <SceneCanvas theme={theme} shows="case" places={charted} onPlaces={onPlaces} onHandle={onWhole} />
      </div>
      {isolated && <AnswerDrawing theme={theme} canvases={canvases} />}
      <StageNote />
      <Controls canvases={canvases} />
    </>
  );
}

/** Where things stand here is not kept: it is a look at the answer, not an arrangement of the case. */
function AnswerDrawing({ theme, canvases }: StageProps) {
  const familiar = usePage((state) => (state.graph?.entities.size ?? 0) <= mostFamiliar);
  const places = familiar ? (canvases.current.whole?.places() ?? noPlaces) : noPlaces;
  const onHandle = useCallback(
    (handle: GraphCanvasHandle | null) => {
      canvases.current.answer = handle;
    },
    [canvases],
  );
  return (
    <div className={styles.canvas}>
      <SceneCanvas theme={theme} shows="answer" places={places} onPlaces={keptNowhere} onHandle={onHandle} />
    </div>
  );
}

function keptNowhere(): void {}

function Controls({ canvases }: Pick<StageProps, "canvases">) {
  const front = () => frontCanvas(canvases.current);
  return (
    <div className={styles.controls}>
      <IconButton small label="Zoom in" onPress={() => front()?.zoom("in")}>
        <Plus size={15} aria-hidden="true" />
      </IconButton>
      <IconButton small label="Zoom out" onPress={() => front()?.zoom("out")}>
        <Minus size={15} aria-hidden="true" />
      </IconButton>
      <IconButton small label="Fit all" onPress={() => front()?.fit()}>
        <Maximize size={14} aria-hidden="true" />
      </IconButton>
      <IconButton small label="Lay out anew" onPress={() => front()?.layout()}>
        <Shuffle size={14} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
