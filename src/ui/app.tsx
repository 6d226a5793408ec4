import { useMemo, useRef } from "react";
import { Bar } from "./bar/bar.tsx";
import { Dialogs } from "./dialogs/dialogs.tsx";
import { Banner } from "./frame/banner.tsx";
import { DropZone } from "./frame/drop-zone.tsx";
import styles from "./frame/frame.module.css";
import { Frame } from "./frame/frame.tsx";
import { Toasts } from "./frame/toasts.tsx";
import { useTheme } from "./frame/use-theme.ts";
import { CommandsContext } from "./shortcuts/command-context.ts";
import type { CommandContext } from "./shortcuts/commands.ts";
import { useShortcuts } from "./shortcuts/use-shortcuts.ts";
import { type Canvases, frontCanvas } from "./stage/canvases.ts";
import { Stage } from "./stage/stage.tsx";
import type { Page } from "./state/create-page.ts";

/** The whole page: bar, panels, canvas, and what floats above them. */
export function App({ page }: { page: Page }) {
  const theme = useTheme();
  const searchRef = useRef<HTMLInputElement>(null);
  const filesRef = useRef<HTMLInputElement>(null);
  const canvases = useRef<Canvases>({ whole: null, answer: null });
  const context = useMemo<CommandContext>(
    () => ({
      page,
      canvas: () => frontCanvas(canvases.current),
      wholeCanvas: () => canvases.current.whole,
      focusSearch: () => {
        searchRef.current?.focus();
        searchRef.current?.select();
      },
      chooseFiles: () => filesRef.current?.click(),
    }),
    [page],
  );
  useShortcuts(context);
  return (
    <CommandsContext value={context}>
      <div className={styles.app}>
        <Bar searchRef={searchRef} />
        <Banner />
        <Frame>
          <Stage theme={theme} canvases={canvases} />
        </Frame>
        <Dialogs />
        <DropZone inputRef={filesRef} />
        <Toasts />
      </div>
    </CommandsContext>
  );
}
