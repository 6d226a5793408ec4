import type { GraphCanvasHandle } from "../canvas/canvas-contract.ts";
import { copyText } from "../parts/copy-text.ts";
import { saveFile } from "../parts/save-file.ts";
import type { Page } from "../state/create-page.ts";

/** What a command may use beside the page itself. */
export interface CommandContext {
  readonly page: Page;
  /** The one in front; null until it stands. */
  readonly canvas: () => GraphCanvasHandle | null;
  /** That of the case, also while an answer is isolated over it. */
  readonly wholeCanvas: () => GraphCanvasHandle | null;
  readonly focusSearch: () => void;
  readonly chooseFiles: () => void;
}

/** One thing that can be done: by key, from the search box, from a button. The one list that all of them read. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: "Find" | "Answer" | "Case" | "Canvas" | "Page";
  /** In tinykeys' notation; the first is the one shown. */
  readonly keys: readonly string[];
  /** Works while a text field has the focus. */
  readonly whileTyping?: true;
  /** False leaves the key to the browser. */
  readonly run: (context: CommandContext) => unknown;
}

export const commands: readonly Command[] = [
  {
    id: "search",
    label: "Search entities",
    group: "Find",
    keys: ["$mod+KeyK", "/"],
    whileTyping: true,
    run: ({ focusSearch }) => focusSearch(),
  },
  {
    id: "paths",
    label: "Ask a question",
    group: "Find",
    keys: ["Shift+KeyF"],
    run: ({ page }) => {
      page.actions.fold("right", false);
      page.actions.setRightTab("paths");
    },
  },
  {
    id: "clear-question",
    label: "Clear the question",
    group: "Answer",
    keys: [],
    run: ({ page }) => page.actions.clearQuestion(),
  },
  { id: "next-answer", label: "Next answer", group: "Answer", keys: ["KeyJ"], run: ({ page }) => page.actions.walk(1) },
  { id: "previous-answer", label: "Previous answer", group: "Answer", keys: ["KeyK"], run: ({ page }) => page.actions.walk(-1) },
  {
    id: "copy-answer",
    label: "Copy the answer as text",
    group: "Answer",
    keys: ["Shift+KeyY"],
    run: async ({ page }) => {
      const text = page.actions.answerText();
      if (text === null) return;
      if (!(await copyText(text))) page.actions.tell("The browser did not let Clew copy.", "failed");
    },
  },
  {
    id: "isolate",
    label: "Isolate the answer on the canvas, and back",
    group: "Answer",
    keys: ["Shift+KeyI"],
    run: ({ page }) => page.actions.isolate(),
  },
  {
    id: "add-to-chart",
    label: "Add the answer to the chart",
    group: "Answer",
    keys: ["Shift+KeyA"],
    run: ({ page, wholeCanvas }) => page.actions.addToChart(wholeCanvas()?.places() ?? []),
  },
  {
    id: "export-answer",
    label: "Export the answer with its evidence",
    group: "Answer",
    keys: ["Shift+KeyE"],
    run: ({ page }) => page.actions.exportAnswer(),
  },
  {
    id: "save-question",
    label: "Save the question",
    group: "Answer",
    keys: ["Shift+KeyS"],
    run: ({ page }) => page.actions.nameQuestion(),
  },
  {
    id: "cancel",
    label: "Cancel the question that runs",
    group: "Answer",
    keys: ["$mod+Period"],
    whileTyping: true,
    run: ({ page }) => page.actions.cancel(),
  },
  { id: "import", label: "Import files", group: "Case", keys: ["$mod+KeyO"], run: ({ chooseFiles }) => chooseFiles() },
  {
    id: "export",
    label: "Export",
    group: "Case",
    keys: ["$mod+KeyE"],
    run: ({ page }) => page.actions.openDialog({ kind: "export", scope: "case" }),
  },
  {
    id: "add-claim",
    label: "Add a claim",
    group: "Case",
    keys: ["Shift+KeyC"],
    run: ({ page }) => page.actions.openDialog({ kind: "claim", subject: null, relation: null, object: null }),
  },
  { id: "undo", label: "Undo", group: "Case", keys: ["$mod+KeyZ"], run: ({ page }) => page.actions.undo() },
  { id: "redo", label: "Redo", group: "Case", keys: ["$mod+Shift+KeyZ", "$mod+KeyY"], run: ({ page }) => page.actions.redo() },
  {
    id: "overview",
    label: "Overview of a large case",
    group: "Canvas",
    keys: ["Shift+KeyO"],
    run: ({ page }) => page.actions.openOverview(),
  },
  {
    id: "neighbours",
    label: "Neighbours of the selection, of a large case",
    group: "Canvas",
    keys: ["KeyE"],
    run: ({ page }) => {
      const { selected, overview } = page.store.getState();
      const last = selected.at(-1);
      if (last !== undefined && overview !== null) void page.actions.openAround(last);
    },
  },
  { id: "chart", label: "The chart of a large case", group: "Canvas", keys: [], run: ({ page }) => page.actions.openChart() },
  { id: "fit", label: "Fit all", group: "Canvas", keys: ["Shift+Digit1"], run: ({ canvas }) => canvas()?.fit() },
  {
    id: "fit-selection",
    label: "Fit selection",
    group: "Canvas",
    keys: ["Shift+Digit2"],
    run: ({ canvas, page }) => canvas()?.focus(page.store.getState().selected),
  },
  { id: "layout", label: "Lay out anew", group: "Canvas", keys: [], run: ({ canvas }) => canvas()?.layout() },
  {
    id: "picture",
    label: "Save a picture of the canvas",
    group: "Canvas",
    keys: [],
    run: async ({ canvas, page }) => {
      const blob = await canvas()?.picture();
      if (blob !== undefined) saveFile({ name: `${page.store.getState().case?.name ?? "clew"}.png`, blob });
    },
  },
  { id: "show-all", label: "Show all types and standings", group: "Canvas", keys: [], run: ({ page }) => page.actions.showAll() },
  {
    id: "leave",
    label: "Leave the selection, then the answer",
    group: "Canvas",
    keys: ["Escape"],
    run: ({ page }) => page.actions.leave(),
  },
  {
    id: "fold-left",
    label: "Fold the left panel",
    group: "Page",
    keys: ["$mod+KeyB"],
    run: ({ page }) => page.actions.fold("left"),
  },
  {
    id: "fold-right",
    label: "Fold the right panel",
    group: "Page",
    keys: ["$mod+Shift+KeyB"],
    run: ({ page }) => page.actions.fold("right"),
  },
  {
    id: "theme",
    label: "Change between system, light and dark",
    group: "Page",
    keys: ["Shift+KeyT"],
    run: ({ page }) => page.actions.nextTheme(),
  },
  {
    id: "shortcuts",
    label: "Keyboard shortcuts",
    group: "Page",
    keys: ["Shift+Slash", "?"],
    run: ({ page }) => page.actions.openDialog({ kind: "shortcuts" }),
  },
];

const names = new Map([
  ["Shift", "⇧"],
  ["Escape", "Esc"],
  ["Slash", "/"],
  ["Period", "."],
]);

/** "Ctrl K", "⌘K", "⇧1": a key as printed beside its command. */
export function keyWords(key: string, mac: boolean): string {
  if (key === "Shift+Slash") return "?";
  const parts = key.split("+").map((part) => {
    if (part === "$mod") return mac ? "⌘" : "Ctrl";
    return names.get(part) ?? part.replace(/^(Key|Digit)/, "");
  });
  return mac ? parts.join("") : parts.join(" ");
}

export function shownKeys(id: string, mac: boolean): string | undefined {
  const key = commands.find((command) => command.id === id)?.keys[0];
  return key === undefined ? undefined : keyWords(key, mac);
}
