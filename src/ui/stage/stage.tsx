import { Maximize, Minus, Plus, Shuffle } from "lucide-react";
import { type RefObject, useCallback } from "react";
import type { ChartNode } from "../../claims/chart.ts";
import type { GraphCanvasHandle } from "../canvas/canvas-contract.ts";
import styles from "../frame/frame.module.css";
import { IconButton } from "../parts/icon-button.tsx";
import { useActions, usePage } from "../state/use-page.ts";
import { type Canvases, frontCanvas } from "./canvases.ts";
import { LargeCase } from "./large-case.tsx";
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
  const empty = usePage((state) => state.graph?.view.total.entities === 0);
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
  const isLarge = usePage((state) => state.overview !== null);
  const places = usePage((state) => state.chart?.nodes) ?? noPlaces;
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
  const isCovered = isolated && !isLarge;
  return (
    <>
      <div className={styles.canvas} inert={isCovered} data-covered={isCovered ? "" : undefined}>
        {isLarge ? (
          <LargeCase theme={theme} onHandle={onWhole} />
        ) : (
          <SceneCanvas theme={theme} shows="case" places={places} onPlaces={onPlaces} onHandle={onWhole} />
        )}
      </div>
      {isCovered && <AnswerDrawing theme={theme} canvases={canvases} />}
      <StageNote canvases={canvases} />
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
  const overTime = usePage(({ board, isolated }) => board.kind === "overview" && !isolated);
  const front = () => frontCanvas(canvases.current);
  return (
    <div className={styles.controls} {...(overTime ? { "data-over": "time" } : {})}>
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
