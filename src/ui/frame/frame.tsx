import { type ReactNode, useLayoutEffect } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import { Inspector } from "../inspector/inspector.tsx";
import { LeftPanel } from "../left/left-panel.tsx";
import { cx } from "../parts/cx.ts";
import { useActions, usePage } from "../state/use-page.ts";
import styles from "./frame.module.css";
import { useMedia } from "./use-media.ts";

/** The panels beside the canvas. They resize and fold; on a small screen they slide over it. */
export function Frame({ children }: { children: ReactNode }) {
  const folded = usePage((state) => state.folded);
  const small = useMedia("(max-width: 899px)");
  const { setSmall } = useActions();
  useLayoutEffect(() => setSmall(small), [small, setSmall]);
  const left = (
    <section aria-label="Case" className={styles.side}>
      <LeftPanel />
    </section>
  );
  const right = (
    <section id="inspector" tabIndex={-1} aria-label="Inspector" className={styles.side}>
      <Inspector />
    </section>
  );
  const beside = (side: "left" | "right") => !folded[side] && !small;
  return (
    <main className={styles.middle}>
      <Group className={cx(styles.group)} orientation="horizontal">
        {beside("left") && (
          <>
            <Panel id="left" defaultSize={264} minSize={200} maxSize={480} groupResizeBehavior="preserve-pixel-size">
              {left}
            </Panel>
            <Separator className={cx(styles.separator)} aria-label="Width of the left panel" />
          </>
        )}
        <Panel key="stage" id="stage" minSize={240}>
          {children}
        </Panel>
        {beside("right") && (
          <>
            <Separator className={cx(styles.separator)} aria-label="Width of the right panel" />
            <Panel id="right" defaultSize={380} minSize={280} maxSize={720} groupResizeBehavior="preserve-pixel-size">
              {right}
            </Panel>
          </>
        )}
      </Group>
      {small && !folded.left && (
        <div className={styles.over} data-side="left">
          {left}
        </div>
      )}
      {small && !folded.right && (
        <div className={styles.over} data-side="right">
          {right}
        </div>
      )}
    </main>
  );
}
