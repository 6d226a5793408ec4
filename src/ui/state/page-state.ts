import type { EntityId, LinkId } from "../../base/ids.ts";
import type { FormatDescription } from "../../case/describe-formats.ts";
import type { OverviewView } from "../../case/overview/overview-views.ts";
import type { CaseView, EntityView, LinkView, SavedQuestionView, SourceView } from "../../case/views.ts";
import type { Chart } from "../../claims/chart.ts";
import type { Answer, AnswerPath } from "../../query/answer.ts";
import type { PathQuestion } from "../../query/question.ts";
import type { FieldName } from "../../query/question-field.ts";
import type { Asked } from "./asked.ts";
import type { Board } from "./board.ts";
import { type GraphIndex, type Hidden, nothingHidden } from "./graph-index.ts";
import type { ImportProgress } from "./heard.ts";
import type { ImportDialogState } from "./import-state.ts";
import type { Listing } from "./listing-actions.ts";
import { emptyForm, type QuestionForm } from "./question-form.ts";

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
  /** Whether the server answers; `stopping`: it said goodbye. */
  readonly server: "here" | "lost" | "stopping";
  /** How far the last import is, of whichever tab; null before there was one. */
  readonly importing: ImportProgress | null;
  readonly case: CaseView | null;
  /** Of a case that is too large to be drawn whole; null of any other. */
  readonly overview: OverviewView | null;
  /** What of the case is on the canvas: `graph` holds its entities and links. */
  readonly board: Board;
  readonly graph: GraphIndex | null;
  /** Entities of a large case as a list; null while the list shows what is on the canvas. */
  readonly listing: Listing | null;
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
  readonly form: QuestionForm;
  /** Why a condition can't be asked as it stands, in a line. */
  readonly problems: Problems;
  /** The question that is running. */
  readonly asking: Asked | null;
  readonly asked: AskedState;
  /** The canvas shows the answer alone. */
  readonly isolated: boolean;
  readonly dialog: Dialog | null;
  readonly toasts: readonly Toast[];
  readonly formats: readonly FormatDescription[];
}

export type Theme = "system" | "light" | "dark";
export type LeftTab = "case" | "sources" | "list" | "questions";
export type RightTab = "paths" | "entity" | "link";

export type Problems = Readonly<Partial<Record<FieldName, string>>>;

/** The last question, answered, refused or called off. */
export type AskedState =
  | { readonly state: "none" }
  | { readonly state: "failed"; readonly message: string; readonly candidates: readonly string[] }
  | { readonly state: "cancelled" }
  | AnsweredState;

export interface AnsweredState {
  readonly state: "answered";
  readonly answer: Answer;
  /** The fields of the question in the order in which the reader gave them. */
  readonly order: readonly string[];
  /** Which path, match or entity of the answer is open; -1 for none. */
  readonly shown: number;
  /** What the same question gives when weak links are left out; asked, never guessed. */
  readonly offers: readonly Offer[];
}

export interface Offer {
  /** "Without contested links" */
  readonly label: string;
  readonly question: PathQuestion;
  /** Null: then no path is left. */
  readonly path: AnswerPath | null;
}

export type Dialog =
  | { readonly kind: "export"; readonly scope: "case" | "selection" | "answer" }
  | ImportDialogState
  | { readonly kind: "source"; readonly source: string; readonly claim: string | null }
  | { readonly kind: "claim"; readonly subject: string | null; readonly relation: string | null; readonly object: string | null }
  | { readonly kind: "judge"; readonly entity: string }
  | { readonly kind: "reason"; readonly title: string; readonly verb: string; readonly what: ReasonFor }
  /** Names the question at hand, or a saved one anew. */
  | { readonly kind: "name-question"; readonly saved: SavedQuestionView | null }
  | { readonly kind: "shortcuts" };

export type ReasonFor =
  | { readonly kind: "withdraw-claim"; readonly claim: string }
  | { readonly kind: "withdraw-judgement"; readonly judgement: string };

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: "done" | "failed";
  /** What can be done about it. */
  readonly action: ToastAction | null;
}

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export function firstState(theme: Theme): PageState {
  return {
    phase: "loading",
    failure: "",
    server: "here",
    importing: null,
    case: null,
    overview: null,
    board: { kind: "overview" },
    graph: null,
    listing: null,
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
    problems: {},
    asking: null,
    asked: { state: "none" },
    isolated: false,
    dialog: null,
    toasts: [],
    formats: [],
  };
}

/** The answer on the page, or null. */
export function answerOf({ asked }: Pick<PageState, "asked">): Answer | null {
  return asked.state === "answered" ? asked.answer : null;
}
