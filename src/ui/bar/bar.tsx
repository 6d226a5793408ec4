import { CircleHelp, Monitor, Moon, PanelLeft, PanelRight, Redo2, Sun, Undo2 } from "lucide-react";
import type { RefObject } from "react";
import { IconButton } from "../parts/icon-button.tsx";
import { TextButton } from "../parts/text-button.tsx";
import { useCommand } from "../shortcuts/command-context.ts";
import { shownKeys } from "../shortcuts/commands.ts";
import { isMac } from "../shortcuts/use-shortcuts.ts";
import { usePage } from "../state/use-page.ts";
import { shortName } from "../state/words.ts";
import styles from "./bar.module.css";
import { Mark } from "./mark.tsx";
import { SearchBox } from "./search-box.tsx";

const savingWords = { saved: "saved", saving: "saving…", failed: "not saved" } as const;
const themeIcons = { system: Monitor, light: Sun, dark: Moon } as const;

/** The bar along the top: the case, the one box, what can be done with the case as a whole. */
export function Bar({ searchRef }: { searchRef: RefObject<HTMLInputElement | null> }) {
  const name = usePage((state) => state.case?.name);
  const saving = usePage((state) => state.saving);
  const theme = usePage((state) => state.theme);
  const canUndo = usePage((state) => state.case?.canUndo ?? null);
  const canRedo = usePage((state) => state.case?.canRedo ?? null);
  const folded = usePage((state) => state.folded);
  const run = useCommand();
  const keys = (id: string) => shownKeys(id, isMac);
  const ThemeIcon = themeIcons[theme];
  return (
    <header className={styles.bar}>
      <div className={styles.name}>
        <IconButton
          label={folded.left ? "Show the left panel" : "Fold the left panel"}
          keys={keys("fold-left")}
          onPress={() => run("fold-left")}
        >
          <PanelLeft size={16} aria-hidden="true" />
        </IconButton>
        <Mark />
        <h1>Clew</h1>
        {name !== undefined && (
          <span className={styles.case}>
            <span aria-hidden="true">/</span> {shortName(name, 60)}
            <span role="status" className={styles.saved}>
              {savingWords[saving]}
            </span>
          </span>
        )}
      </div>
      <SearchBox inputRef={searchRef} />
      <div className={styles.tools}>
        <IconButton
          label={canUndo === null ? "Nothing to undo" : `Undo: ${canUndo}`}
          keys={keys("undo")}
          disabled={canUndo === null}
          onPress={() => run("undo")}
        >
          <Undo2 size={16} aria-hidden="true" />
        </IconButton>
        <IconButton
          label={canRedo === null ? "Nothing to redo" : `Redo: ${canRedo}`}
          keys={keys("redo")}
          disabled={canRedo === null}
          onPress={() => run("redo")}
        >
          <Redo2 size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label={`Appearance: ${theme}`} keys={keys("theme")} onPress={() => run("theme")}>
          <ThemeIcon size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label="Keyboard shortcuts" keys={keys("shortcuts")} onPress={() => run("shortcuts")}>
          <CircleHelp size={16} aria-hidden="true" />
        </IconButton>
        <span className={styles.gap} />
        <TextButton onPress={() => run("import")}>Import</TextButton>
        <TextButton look="primary" onPress={() => run("export")}>
          Export
        </TextButton>
        <IconButton
          label={folded.right ? "Show the right panel" : "Fold the right panel"}
          keys={keys("fold-right")}
          onPress={() => run("fold-right")}
        >
          <PanelRight size={16} aria-hidden="true" />
        </IconButton>
      </div>
    </header>
  );
}
