import { useCallback, useEffect, useRef, useState } from "react";
import type { EntityId } from "../../base/ids.ts";
import type { ChartNode } from "../../claims/chart.ts";
import type { GraphCanvasHandle, GraphCanvasProps } from "../canvas/canvas-contract.ts";
import { GraphCanvas } from "../canvas/graph-canvas.tsx";
import { shownPart } from "../state/answer-part.ts";
import { answerOf } from "../state/page-state.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { type Shows, useDrawing, useMeeting } from "./use-drawing.ts";

interface SceneCanvasProps {
  readonly theme: "light" | "dark";
  readonly shows: Shows;
  readonly places: readonly ChartNode[];
  readonly onPlaces: GraphCanvasProps["onPlaces"];
  /** Given once the canvas stands, and null once it is gone. */
  readonly onHandle: (handle: GraphCanvasHandle | null) => void;
}

/** The page's state on a canvas, and what is done on the canvas back into the state. */
export function SceneCanvas({ theme, shows, places, onPlaces, onHandle }: SceneCanvasProps) {
  const { scene, legend, sheet } = useDrawing(shows, theme);
  const { selectEntity, selectLink } = useMeeting(shows);
  const answer = usePage(answerOf);
  const shown = usePage(({ asked }) => (asked.state === "answered" ? asked.shown : -1));
  const isLarge = usePage((state) => state.overview !== null);
  const { clearSelection, fold, openAround } = useActions();
  const [layout, setLayout] = useState<"running" | "settled">("running");
  const canvas = useRef<GraphCanvasHandle | null>(null);
  useEffect(() => {
    if (answer === null || layout !== "settled" || shows === "overview") return;
    const ids = shownPart(answer, shown).entities.map(({ id }) => id);
    if (ids.length > 0) canvas.current?.focus(ids);
  }, [answer, shown, layout, shows]);
  useEffect(() => () => onHandle(null), [onHandle]);
  const onReady = useCallback(
    (handle: GraphCanvasHandle) => {
      canvas.current = handle;
      onHandle(handle);
    },
    [onHandle],
  );
  const onOpenEntity = useCallback(
    (id: EntityId) => {
      if (shows === "overview") return selectEntity(id);
      fold("right", false);
      if (isLarge) return void openAround(id);
      selectEntity(id);
      canvas.current?.focus([id]);
    },
    [fold, selectEntity, openAround, isLarge, shows],
  );
  return (
    <GraphCanvas
      scene={scene}
      theme={theme}
      legend={legend}
      places={places}
      sheet={sheet}
      onSelectEntity={selectEntity}
      onSelectLink={selectLink}
      onClear={clearSelection}
      onOpenEntity={onOpenEntity}
      onPlaces={onPlaces}
      onLayout={setLayout}
      onReady={onReady}
    />
  );
}
