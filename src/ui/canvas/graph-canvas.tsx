import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { cx } from "../parts/cx.ts";
import { TextButton } from "../parts/text-button.tsx";
import styles from "./canvas.module.css";
import type { GraphCanvasProps } from "./canvas-contract.ts";
import { CanvasView } from "./canvas-view.ts";
import { hasWebGl } from "./has-webgl.ts";
import { keyboardHelp } from "./keyboard.ts";

type Means = "drawing" | "no-webgl" | "lost";

/** The graph, drawn. One tab stop with a name, keys of its own, and a voice for those who do not see it. */
export function GraphCanvas(props: GraphCanvasProps) {
  const [means, setMeans] = useState<Means>(() => (hasWebGl() ? "drawing" : "no-webgl"));
  return (
    <section aria-label="Graph canvas" className={styles.region}>
      {means === "drawing" ? (
        <Drawing {...props} onLost={() => setMeans("lost")} />
      ) : (
        <Missing means={means} settled={props.onLayout} onAgain={() => setMeans(hasWebGl() ? "drawing" : "no-webgl")} />
      )}
    </section>
  );
}

function Drawing({ onLost, ...props }: GraphCanvasProps & { readonly onLost: () => void }) {
  const root = useRef<HTMLDivElement>(null);
  const seen = useRef<HTMLDivElement>(null);
  const drawing = useRef<HTMLDivElement>(null);
  const voice = useRef<HTMLParagraphElement>(null);
  const view = useRef<CanvasView | null>(null);
  const latest = useRef(props);
  const lost = useRef(onLost);
  const help = useId();
  useEffect(() => {
    latest.current = props;
    lost.current = onLost;
    view.current?.update(props);
  });
  useEffect(() => {
    if (root.current === null || seen.current === null || drawing.current === null || voice.current === null) return;
    const elements = { root: root.current, drawing: drawing.current, seen: seen.current, voice: voice.current };
    const canvas = new CanvasView(elements, latest.current);
    view.current = canvas;
    latest.current.onReady(canvas);
    const stop = onContextLost(drawing.current, () => lost.current());
    return () => {
      stop();
      view.current = null;
      canvas.destroy();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (view.current?.onKey(event.nativeEvent) === true) event.preventDefault();
  };
  return (
    <div ref={root} className={styles.region} data-layout="running">
      <div
        role="application"
        aria-label="Entities and links"
        aria-describedby={help}
        ref={(element) => {
          seen.current = element;
          takesKeys(element);
        }}
        className={cx(styles.keys)}
        onKeyDown={onKeyDown}
        onFocus={({ currentTarget }) => currentTarget.matches(":focus-visible") && view.current?.onFocus()}
        onBlur={() => view.current?.onBlur()}
      >
        <div ref={drawing} className={styles.drawing} />
      </div>
      <p id={help} hidden>
        {keyboardHelp}
      </p>
      <p ref={voice} className="visually-hidden" aria-live="polite" />
    </div>
  );
}

/** A context can be taken away at any time, by a driver or another tab; sigma would draw on into nothing. */
function onContextLost(drawing: HTMLElement, act: () => void): () => void {
  const onLoss = (event: Event) => {
    event.preventDefault();
    act();
  };
  drawing.addEventListener("webglcontextlost", onLoss, { capture: true });
  return () => drawing.removeEventListener("webglcontextlost", onLoss, { capture: true });
}

interface MissingProps {
  readonly means: Exclude<Means, "drawing">;
  readonly settled: GraphCanvasProps["onLayout"];
  readonly onAgain: () => void;
}

function Missing({ means, settled, onAgain }: MissingProps) {
  useEffect(() => settled("settled"), [settled]);
  return (
    <div className={styles.missing} role="status" data-layout="settled">
      <p>
        {means === "no-webgl"
          ? "This browser has no WebGL; the list at the left shows the same."
          : "The browser took the drawing away. The list at the left shows the same."}
      </p>
      {means === "lost" && <TextButton onPress={onAgain}>Draw again</TextButton>}
    </div>
  );
}

/** The one tab stop. Set here because to the linter an application is a mere piece of the page. */
function takesKeys(element: HTMLElement | null): void {
  if (element !== null) element.tabIndex = 0;
}
