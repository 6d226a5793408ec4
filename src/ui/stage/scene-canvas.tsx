import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { EntityId } from "../../base/ids.ts";
import type { ChartNode } from "../../claims/chart.ts";
import { legendOf } from "../../view/legend.ts";
import type { GraphCanvasHandle, GraphCanvasProps } from "../canvas/canvas-contract.ts";
import { GraphCanvas } from "../canvas/graph-canvas.tsx";
import { shownPart } from "../state/answer-part.ts";
import { answerOf } from "../state/page-state.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { ontologyOf, sceneOf } from "./scene-of.ts";

interface SceneCanvasProps {
  readonly theme: "light" | "dark";
  /** `case`: the graph with the answer in it. `answer`: the answer alone. */
  readonly shows: "case" | "answer";
  readonly places: readonly ChartNode[];
  readonly onPlaces: GraphCanvasProps["onPlaces"];
  /** Given once the canvas stands, and null once it is gone. */
  readonly onHandle: (handle: GraphCanvasHandle | null) => void;
}

/** The page's state on a canvas, and what is done on the canvas back into the state. */
export function SceneCanvas({ theme, shows, places, onPlaces, onHandle }: SceneCanvasProps) {
  const graph = usePage((state) => state.graph);
  const hidden = usePage((state) => state.hidden);
  const selected = usePage((state) => state.selected);
  const selectedLink = usePage((state) => state.selectedLink);
  const answer = usePage(answerOf);
  const shown = usePage(({ asked }) => (asked.state === "answered" ? asked.shown : -1));
  const view = usePage((state) => state.case);
  const { selectEntity, selectLink, clearSelection, fold } = useActions();
  const isolated = shows === "answer";
  const scene = useMemo(
    () => sceneOf({ graph, hidden, selected, selectedLink, answer, shown, isolated, view, theme }),
    [graph, hidden, selected, selectedLink, answer, shown, isolated, view, theme],
  );
  const legend = useMemo(() => legendOf(scene, ontologyOf(view)), [scene, view]);
  const [layout, setLayout] = useState<"running" | "settled">("running");
  const canvas = useRef<GraphCanvasHandle | null>(null);
  useEffect(() => {
    if (answer === null || layout !== "settled") return;
    const ids = shownPart(answer, shown).entities.map(({ id }) => id);
    if (ids.length > 0) canvas.current?.focus(ids);
  }, [answer, shown, layout]);
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
      fold("right", false);
      selectEntity(id);
      canvas.current?.focus([id]);
    },
    [fold, selectEntity],
  );
  return (
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
  );
}
