import { Maximize, Minus, Plus, Shuffle } from "lucide-react";
import { type RefObject, useCallback, useEffect, useMemo, useState } from "react";
import type { EntityId } from "../../base/ids.ts";
import type { ChartNode } from "../../claims/chart.ts";
import { legendOf } from "../../view/legend.ts";
import type { GraphCanvasHandle } from "../canvas/canvas-contract.ts";
import { GraphCanvas } from "../canvas/graph-canvas.tsx";
import styles from "../frame/frame.module.css";
import { IconButton } from "../parts/icon-button.tsx";
import { TextButton } from "../parts/text-button.tsx";
import { shownPart } from "../state/answer-part.ts";
import { answerOf } from "../state/page-state.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { count } from "../state/words.ts";
import { ontologyOf, sceneOf } from "./scene-of.ts";
import { StageWords } from "./stage-words.tsx";

interface StageProps {
  readonly theme: "light" | "dark";
  readonly canvasRef: RefObject<GraphCanvasHandle | null>;
}

const noPlaces: readonly ChartNode[] = [];

/** The middle of the page: the canvas, or what to do when there is nothing to draw. */
export function Stage({ theme, canvasRef }: StageProps) {
  const phase = usePage((state) => state.phase);
  const empty = usePage((state) => state.graph?.view.entities.length === 0);
  const ready = usePage((state) => state.graph !== null);
  return (
    <div className={styles.stage}>
      {ready && !empty && <Drawing theme={theme} canvasRef={canvasRef} />}
      {(phase !== "ready" || empty) && <StageWords phase={phase} ready={ready} />}
    </div>
  );
}

function Drawing({ theme, canvasRef }: StageProps) {
  const graph = usePage((state) => state.graph);
  const hidden = usePage((state) => state.hidden);
  const selected = usePage((state) => state.selected);
  const selectedLink = usePage((state) => state.selectedLink);
  const answer = usePage(answerOf);
  const shown = usePage(({ asked }) => (asked.state === "answered" ? asked.shown : -1));
  const isolated = usePage((state) => state.isolated);
  const view = usePage((state) => state.case);
  const places = usePage((state) => state.chart?.nodes) ?? noPlaces;
  const { selectEntity, selectLink, clearSelection, savePlaces, fold } = useActions();
  const scene = useMemo(
    () => sceneOf({ graph, hidden, selected, selectedLink, answer, shown, isolated, view, theme }),
    [graph, hidden, selected, selectedLink, answer, shown, isolated, view, theme],
  );
  const legend = useMemo(() => legendOf(scene, ontologyOf(view)), [scene, view]);
  const [layout, setLayout] = useState<"running" | "settled">("running");
  useEffect(() => {
    if (answer === null || layout !== "settled") return;
    const ids = shownPart(answer, shown).entities.map(({ id }) => id);
    if (isolated) canvasRef.current?.fit();
    else if (ids.length > 0) canvasRef.current?.focus(ids);
  }, [answer, shown, isolated, layout, canvasRef]);
  const onPlaces = useCallback(
    (nodes: readonly ChartNode[], cause: "drag" | "asked" | "settled") => {
      if (cause !== "settled") savePlaces(nodes);
    },
    [savePlaces],
  );
  const onReady = useCallback(
    (handle: GraphCanvasHandle) => {
      canvasRef.current = handle;
    },
    [canvasRef],
  );
  const onOpenEntity = useCallback(
    (id: EntityId) => {
      fold("right", false);
      selectEntity(id);
      canvasRef.current?.focus([id]);
    },
    [fold, selectEntity, canvasRef],
  );
  return (
    <>
      <div className={styles.canvas}>
        <GraphCanvas
          scene={scene}
          theme={theme}
          legend={legend}
          places={places}
          onSelectEntity={selectEntity}
          onSelectLink={selectLink}
          onClear={clearSelection}
          onOpenEntity={onOpenEntity}
          onPlaces={onPlaces}
          onLayout={setLayout}
          onReady={onReady}
        />
      </div>
      <StageNote shown={scene.nodes.length} />
      <div className={styles.controls}>
        <IconButton small label="Zoom in" onPress={() => canvasRef.current?.zoom("in")}>
          <Plus size={15} aria-hidden="true" />
        </IconButton>
        <IconButton small label="Zoom out" onPress={() => canvasRef.current?.zoom("out")}>
          <Minus size={15} aria-hidden="true" />
        </IconButton>
        <IconButton small label="Fit all" onPress={() => canvasRef.current?.fit()}>
          <Maximize size={14} aria-hidden="true" />
        </IconButton>
        <IconButton small label="Lay out anew" onPress={() => canvasRef.current?.layout()}>
          <Shuffle size={14} aria-hidden="true" />
        </IconButton>
      </div>
    </>
  );
}

/** What of the case is not on the canvas, and the way back. */
function StageNote({ shown }: { shown: number }) {
  const all = usePage((state) => state.graph?.view.entities.length ?? 0);
  const hidden = usePage((state) => state.hidden);
  const isolated = usePage((state) => state.isolated);
  const { showAll, isolate } = useActions();
  if (isolated)
    return (
      <div className={styles.note} role="status">
        The answer alone, {count(shown, "entity", "entities")}
        <TextButton small look="quiet" onPress={() => isolate(false)}>
          Back
        </TextButton>
      </div>
    );
  if (hidden.types.size + hidden.standings.size === 0) return null;
  return (
    <div className={styles.note}>
      {all === shown ? "Some links are hidden" : `${count(all - shown, "entity", "entities")} hidden`}
      <TextButton small look="quiet" onPress={showAll}>
        Show all
      </TextButton>
    </div>
  );
}
