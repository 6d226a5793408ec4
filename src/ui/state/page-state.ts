import type { EntityId, LinkId } from "../../base/ids.ts";
import type { FormatDescription } from "../../case/describe-formats.ts";
import type { CaseView, EntityView, ImportReport, LinkView, SourceView } from "../../case/views.ts";
import type { Chart } from "../../claims/chart.ts";
import type { AnswerPath, PathAnswer } from "../../query/answer.ts";
import type { PathQuestion } from "../../query/question.ts";
import { type GraphIndex, type Hidden, nothingHidden } from "./graph-index.ts";
import { emptyForm, type PathForm } from "./path-form.ts";

/** Something asked of the server, as the page sees it. */
export type Loaded<T> =
  | { readonly state: "none" }
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly view: T }
  | { readonly state: "failed"; readonly message: string };

export const nothingLoaded = { state: "none" } as const;

/** Everything the page knows. Plain and readonly; changed only by actions. */
export interface PageState {
  readonly phase: "loading" | "ready" | "failed" | "signed-out";
  /** Why loading failed. */
  readonly failure: string;
  readonly case: CaseView | null;
  readonly graph: GraphIndex | null;
  readonly chart: Chart | null;
  /** Whether the last drag is on disk. */
  readonly saving: "saved" | "saving" | "failed";
  readonly hidden: Hidden;
  readonly theme: Theme;
  readonly leftTab: LeftTab;
  readonly rightTab: RightTab;
  readonly folded: { readonly left: boolean; readonly right: boolean };
  /** Panels lie over the canvas, one at a time. */
  readonly small: boolean;
  /** Chosen on the canvas; the inspector shows the last. */
  readonly selected: readonly EntityId[];
  readonly selectedLink: LinkId | null;
  readonly entity: Loaded<EntityView>;
  readonly link: Loaded<LinkView>;
  /** Sources with their texts, as far as they were needed. */
  readonly sources: ReadonlyMap<string, SourceView>;
  readonly form: PathForm;
  readonly asking: boolean;
  readonly asked: AskedState;
  readonly dialog: Dialog | null;
  readonly toasts: readonly Toast[];
  readonly formats: readonly FormatDescription[];
}

export type Theme = "system" | "light" | "dark";
export type LeftTab = "case" | "sources" | "list";
export type RightTab = "paths" | "entity" | "link";

/** The last path question, answered or refused. */
export type AskedState =
  | { readonly state: "none" }
  | { readonly state: "failed"; readonly message: string; readonly candidates: readonly string[] }
  | {
      readonly state: "answered";
      readonly answer: PathAnswer;
      /** Index of the path that is drawn. */
      readonly shown: number;
      /** What the same question gives when weak links are left out; asked, never guessed. */
      readonly offers: readonly Offer[];
    };

export interface Offer {
  /** "Without contested links" */
  readonly label: string;
  readonly question: PathQuestion;
  /** Null: then no path is left. */
  readonly path: AnswerPath | null;
}

export type Dialog =
  | { readonly kind: "export"; readonly scope: "case" | "selection" | "path" }
  | { readonly kind: "imported"; readonly files: readonly ImportedFile[]; readonly running: string | null }
  | { readonly kind: "source"; readonly source: string; readonly claim: string | null }
  | { readonly kind: "claim"; readonly subject: string | null; readonly relation: string | null; readonly object: string | null }
  | { readonly kind: "judge"; readonly entity: string }
  | { readonly kind: "reason"; readonly title: string; readonly verb: string; readonly what: ReasonFor }
  | { readonly kind: "shortcuts" };

export type ReasonFor =
  | { readonly kind: "withdraw-claim"; readonly claim: string }
  | { readonly kind: "withdraw-judgement"; readonly judgement: string };

export interface ImportedFile {
  readonly name: string;
  readonly report: ImportReport | null;
  /** Why the file was refused, when it was. */
  readonly error: string | null;
}

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: "done" | "failed";
}

export function firstState(theme: Theme): PageState {
  return {
    phase: "loading",
    failure: "",
    case: null,
    graph: null,
    chart: null,
    saving: "saved",
    hidden: nothingHidden,
    theme,
    leftTab: "case",
    rightTab: "paths",
    folded: { left: false, right: false },
    small: false,
    selected: [],
    selectedLink: null,
    entity: nothingLoaded,
    link: nothingLoaded,
    sources: new Map(),
    form: emptyForm,
    asking: false,
    asked: { state: "none" },
    dialog: null,
    toasts: [],
    formats: [],
  };
}

/** The path that is drawn on the canvas, or null. */
export function shownPath({ asked }: Pick<PageState, "asked">): AnswerPath | null {
  return asked.state === "answered" ? (asked.answer.paths[asked.shown] ?? null) : null;
}
