import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { endOfDate } from "../base/end-of-date.ts";
import { sourceId } from "../base/ids.ts";
import type { Problem } from "../base/problem.ts";
import type { HistoryEntry } from "../claims/change.ts";
import type { Chart } from "../claims/chart.ts";
import type { Ontology } from "../claims/ontology.ts";
import type { Revision } from "../claims/revision.ts";
import type * as answers from "../query/answer.ts";
import type { AnswerByAsk } from "../query/dress-answer.ts";
import type { Question } from "../query/question.ts";
import type { Ask } from "../query/question-field.ts";
import type { QuestionOf } from "../query/run.ts";
import type { BackupReport, CaseHash, CaseStats, CaseStore, RedactionReport, SearchHit } from "../store/case-store.ts";
import { openSqliteStore } from "../store/sqlite/open-sqlite-store.ts";
import { storeAsKnownOn } from "../store/sqlite/store-as-known-on.ts";
import { type AskableCase, type AskableOptions, ask, askableCase, askableInTurn } from "./ask.ts";
import {
  type AskedAround,
  type AskedBearing,
  type AskedCommon,
  type AskedConnect,
  type AskedPath,
  type AskedPattern,
  type AskedQuestion,
  wholeQuestion,
} from "./asked-question.ts";
import { takeOffered } from "./current-graph.ts";
import { type Asking, type Export, type ExportOptions, exportCase } from "./export-case.ts";
import type { ImportFile } from "./files/import-file.ts";
import { findEntity } from "./find-entity.ts";
import { findSource } from "./find-source.ts";
import { type ImportTerms, importOnce, type ReadFiles } from "./import-once.ts";
import { type JudgementDraft, judge, withdrawJudgement } from "./judge.ts";
import { checkStore, isKept, keepSnapshot } from "./keep-snapshot.ts";
import { type AskedGroup, linkGroupPage } from "./link-groups.ts";
import { type LinkFilter, listLinks } from "./list-links.ts";
import { danglingQuestions, listQuestions } from "./list-questions.ts";
import { refuseAnotherStep } from "./meanwhile.ts";
import { type Author, type ChangeTerms, once } from "./once.ts";
import type { OpenOptions } from "./open-options.ts";
import type { ReadOptions } from "./open-reading.ts";
import { CaseOverview } from "./overview/case-overview.ts";
import type { OverviewView } from "./overview/overview-views.ts";
import { type FilePart, packFiles } from "./pack-files.ts";
import { type PreviewOptions, previewImport } from "./preview-import.ts";
import type { ImportPreview } from "./preview-views.ts";
import { chartOf, putChart } from "./put-chart.ts";
import { type ClaimDraft, recordClaim, withdrawClaim } from "./record-claim.ts";
import { redact } from "./redact.ts";
import { findQuestion, putQuestion, type QuestionDraft, questionAgain, questionOfDraft } from "./saved-questions.ts";
import { type AskedSearch, searchCase } from "./search-case.ts";
import { showEntity } from "./show-entity.ts";
import { linkOf, showLink } from "./show-link.ts";
import { showSource } from "./show-source.ts";
import { redo, undo } from "./undo.ts";
import { viewCase } from "./view-case.ts";
import { viewGraph } from "./view-graph.ts";
import type {
  CaseView,
  EntityView,
  GraphView,
  ImportReport,
  LinkGroupPage,
  LinkList,
  LinkView,
  NamedEntity,
  SavedQuestionView,
  SourceView,
} from "./views.ts";

export type { OpenOptions } from "./open-options.ts";

/** Opens a case file. Throws BadInput in one line when the file is missing, no case, or in use. */
export function openCase(path: string, options: OpenOptions = {}): Case {
  if (options.asKnownOn !== undefined)
    return new Case(storeAsKnownOn(path, endOfDate("as known on", options.asKnownOn)), options);
  return new Case(openSqliteStore(path, { mode: options.mode ?? "write" }), options);
}

/**
 * A case, open: what one can do with it. Entities are named by id, by exact name or alias, or by
 * `type:name`; sources by id or title. Everything wrong throws BadInput in one line. Owns the file until `close`.
 */
export class Case {
  /** What of a large case is looked at and drawn. */
  readonly whole: CaseOverview;
  readonly #store: CaseStore;
  readonly #by: string;
  readonly #clock: () => string;
  readonly #ids: () => string;
  readonly #asking: AskableOptions;
  #askable: AskableCase | null = null;

  constructor(store: CaseStore, options: OpenOptions = {}) {
    const { by = "somebody", clock = () => new Date().toISOString(), ids = randomUUID } = options;
    this.#store = store;
    this.#asking = { cancelled: options.cancelled, exchange: options.exchange };
    this.#by = by;
    this.#clock = clock;
    this.#ids = ids;
    const { cancelled = () => false } = options;
    this.whole = new CaseOverview({ store, clock, cancelled, graph: () => this.#ask().graph });
  }

  get name(): string {
    return this.#store.name;
  }

  /** Grows by one with each change. */
  get revision(): number {
    return this.#store.revision();
  }

  /** What changed after a revision, oldest first, and at most so many entries (default 1,000). */
  revisions({ after, limit = 1_000 }: { readonly after: number; readonly limit?: number }): Revision[] {
    return this.#store.revisions({ after, limit });
  }

  /** The built-in types, relations and properties with the case's own. */
  get ontology(): Ontology {
    return this.#store.ontology();
  }

  /** The one entity that the text names. */
  find(text: string, how: "as-given" | "typed" = "as-given"): NamedEntity {
    const { id, type, name } = findEntity(this.#store, text, how);
    return { id, type, name };
  }

  /** Best first: whole name, whole words, beginnings of words, parts of words; then what is `similar`, with a slip of the pen. */
  search(text: string, options: AskedSearch = {}): SearchHit[] {
    return searchCase(this.#store, text, options);
  }

  /** With everything that is said of it; of more than `limit` links (default 200) and mentions with the first of them. */
  show(entity: string, { limit }: { readonly limit?: number } = {}): EntityView {
    return this.#store.reading(() => showEntity(this.#store, findEntity(this.#store, entity), limit));
  }

  /** Further links of an entity, of one group of those that `show` gives. */
  moreLinks(entity: string, group: AskedGroup): LinkGroupPage {
    return this.#store.reading(() => linkGroupPage(this.#store, findEntity(this.#store, entity).id, group));
  }

  /** A link by its id, with every claim behind it. */
  link(id: string): LinkView {
    return this.#store.reading(() => showLink(this.#store, linkOf(this.#store, id)));
  }

  /** Links with who says what: who charged whom, who denies what, what rests on a speaker's word alone. */
  links(filter: LinkFilter = {}): LinkList {
    return this.#store.reading(() => listLinks(this.#store, filter));
  }

  /** With all claims that cite it; of more than `limit` with the first of them and the one named. */
  source(source: string, options: { readonly limit?: number; readonly claim?: string } = {}): SourceView {
    return this.#store.reading(() => showSource(this.#store, findSource(this.#store, source), options));
  }

  /** Title and date of a source, for a line that cites it. */
  sourceLine(id: string): { readonly title: string; readonly published: string | null } {
    const source = this.#store.near.sourceHead(sourceId(id));
    return { title: source?.title ?? id, published: source?.published ?? null };
  }

  /** How two sides are linked. */
  path(asked: AskedPath): answers.PathAnswer {
    return this.ask({ ...asked, ask: "path" });
  }

  /** What lies within some hops of an entity. */
  around(asked: AskedAround): answers.AroundAnswer {
    return this.ask({ ...asked, ask: "around" });
  }

  /** The smallest network that joins some entities. */
  connect(asked: AskedConnect): answers.ConnectAnswer {
    return this.ask({ ...asked, ask: "connect" });
  }

  /** What is one step from each of some entities. */
  common(asked: AskedCommon): answers.CommonAnswer {
    return this.ask({ ...asked, ask: "common" });
  }

  /** What alone would cut two sides from one another, if it fell. */
  bearing(asked: AskedBearing): answers.BearingAnswer {
    return this.ask({ ...asked, ask: "bearing" });
  }

  /** Every way to fill a small graph with holes. */
  pattern(asked: AskedPattern): answers.PatternAnswer {
    return this.ask({ ...asked, ask: "pattern" });
  }

  ask<A extends Ask>(asked: Extract<AskedQuestion, { readonly ask: A }>): AnswerByAsk[A] {
    this.prepare();
    return this.#store.reading(() => ask(this.#ask(), wholeQuestion<A>(this.#store, asked)));
  }

  /** Where threads exchange snapshots: makes what questions need, or waits for another that is at it. `held`: they are asked of it until `letGo`; `kept`: only if the file has one. */
  prepare(reading: "brief" | "held" | "kept" = "brief"): number {
    if (reading === "kept") return isKept(this.#store) ? this.prepare() : this.revision;
    const inTurn = this.#asking.exchange !== undefined || reading === "held";
    if (inTurn) this.#askable = askableInTurn(this.#store, this.#askable, { ...this.#asking, reading });
    return this.#askable?.revision ?? this.revision;
  }

  letGo(): void {
    this.#store.letGo();
  }

  /** What was asked as a whole question: names resolved, everything checked. */
  question<A extends Ask>(asked: Extract<AskedQuestion, { readonly ask: A }>): QuestionOf<A> {
    return this.#store.reading(() => wholeQuestion<A>(this.#store, asked));
  }

  exportAs(options: ExportOptions): Export {
    const asking: Asking = (question) => ask(this.#ask(), question);
    return this.#store.reading(() => exportCase(this.#store, asking, { ...options, at: this.#clock() }));
  }

  /** All files in one transaction, or nothing. The same file again adds nothing. Until it is done the case is read as it was. */
  import(files: readonly ImportFile[] | ReadFiles, options: ImportTerms = {}): Promise<ImportReport> {
    const { cancelled, exchange } = this.#asking;
    return importOnce(this.#store, files, { ...(cancelled && { cancelled }), ...options, author: this.#author(), exchange });
  }

  /** What an import of the files would give; nothing is changed. */
  preview(files: readonly ImportFile[], options: PreviewOptions = {}): Promise<ImportPreview> {
    return previewImport(this.#store, files, { ...options, ontology: this.ontology, author: this.#author() });
  }

  /** Reads files for an import that another thread carries out. */
  read(files: readonly ImportFile[], options: ReadOptions): AsyncGenerator<FilePart> {
    return packFiles(files, { ...options, ontology: this.ontology, author: this.#author() });
  }

  /** For this and every other change `terms` may say which revision its writer saw, and an id under which it is done once. */
  record(draft: ClaimDraft, terms: ChangeTerms = {}): HistoryEntry {
    return this.#once(terms, ["record", draft], (author) => recordClaim(this.#store, draft, { id: this.#ids(), author }));
  }

  withdraw(claim: string, reason: string, terms: ChangeTerms = {}): HistoryEntry {
    return this.#once(terms, ["withdraw", claim, reason], (author) => withdrawClaim(this.#store, { claim, reason }, author));
  }

  /** Somebody's word that two entities are the same, different, or may be the same. */
  judge(given: JudgementDraft, terms: ChangeTerms = {}): HistoryEntry {
    return this.#once(terms, ["judge", given], (author) =>
      judge(this.#store, given, { id: this.#ids(), author, seen: terms.seen }),
    );
  }

  withdrawJudgement(judgement: string, reason: string, terms: ChangeTerms = {}): HistoryEntry {
    return this.#once(terms, ["withdraw-judgement", judgement, reason], (author) =>
      withdrawJudgement(this.#store, { judgement, reason }, author),
    );
  }

  chart(id: string): Chart {
    return chartOf(this.#store, id);
  }

  /**
   * Saves a chart under its id; with `seen`, together with what others moved since. Null when it is so already. Chart changes
   * stand in the history, but `undo` passes them over.
   */
  putChart(chart: Chart, terms: ChangeTerms = {}): HistoryEntry | null {
    return this.#once(terms, ["put-chart", chart], (author) => putChart(this.#store, chart, { author, seen: terms.seen }));
  }

  /** The saved questions, each in words. */
  questions(): SavedQuestionView[] {
    return this.#store.reading(() => listQuestions(this.#store));
  }

  /** Keeps a question under its name; one that is called so already gives way. Null when it is kept so already. */
  saveQuestion(draft: QuestionDraft, terms: ChangeTerms = {}): HistoryEntry | null {
    return this.#once(terms, ["save-question", draft], (author) => {
      const after = questionOfDraft(this.#store, draft, this.#ids);
      const before = this.#store.savedQuestion(after.id) ?? null;
      if (isDeepStrictEqual(before, after)) return null;
      return putQuestion(this.#store, { before, after }, { author, seen: terms.seen });
    });
  }

  /** Forgets a saved question, by id or name. */
  forgetQuestion(question: string, terms: ChangeTerms = {}): HistoryEntry {
    return this.#once(terms, ["forget-question", question], (author) =>
      putQuestion(this.#store, { before: findQuestion(this.#store, question), after: null }, { author, seen: terms.seen }),
    );
  }

  /** A saved question, by id or name, as it is asked now. Throws BadInput when it names what the case no longer has. */
  savedQuestion(question: string): Question {
    return this.#store.reading(() => questionAgain(this.#store, findQuestion(this.#store, question)));
  }

  /** Asks a saved question again, by id or name. */
  askSaved(question: string): answers.Answer {
    this.prepare();
    return this.#store.reading(() => ask<Ask>(this.#ask(), this.savedQuestion(question)));
  }

  /** The last step back; with `seen`, only when it is the one that was last then. */
  undo(terms: ChangeTerms = {}): HistoryEntry {
    return this.#once(terms, ["undo"], (author) => {
      refuseAnotherStep(this.#store, "undo", terms.seen);
      return undo(this.#store, author, this.#asking.exchange);
    });
  }

  redo(terms: ChangeTerms = {}): HistoryEntry {
    return this.#once(terms, ["redo"], (author) => {
      refuseAnotherStep(this.#store, "redo", terms.seen);
      return redo(this.#store, author, this.#asking.exchange);
    });
  }

  /** The revision after a change that was done under that id, or now: what a change that had nothing to do leaves. */
  revisionAfter({ operation }: ChangeTerms): number {
    return (operation === undefined ? undefined : this.#store.operation(operation)?.revision) ?? this.revision;
  }

  /**
   * Takes entities, sources and claims (by id, name or title) out of the file for good, with everything that speaks of them; a
   * `plan` only counts. Cannot be undone.
   */
  redact(names: readonly string[], reason: string, mode: "plan" | "carry-out"): RedactionReport {
    return redact(this.#store, names, { mode, author: { ...this.#author(), label: reason } });
  }

  /** A whole copy in a new file, checked, while others may write. */
  backup(target: string): Promise<BackupReport> {
    return this.#store.backup(target);
  }

  /** Gives back the room of what was removed: bytes before and after. */
  compact(): { readonly before: number; readonly after: number } {
    return this.#store.compact();
  }

  /** Sums of what the case holds, whatever its file looks like. */
  hash(): CaseHash {
    return this.#store.hash();
  }

  stats(): CaseStats {
    return this.#store.stats();
  }

  /** The file, its ids and quotes, and saved questions that name what is gone. */
  check(onStep?: Parameters<CaseStore["check"]>[0]): Problem[] {
    return this.#store.reading(() => [...checkStore(this.#store, onStep), ...danglingQuestions(this.#store)]);
  }

  /** Keeps the snapshot of a large case in the file, step by step; where threads exchange snapshots, one that another has built. */
  keepSnapshot(): Iterable<void> {
    const { exchange } = this.#asking;
    return keepSnapshot(this.#store, () => (exchange === undefined ? this.#ask() : takeOffered(exchange)));
  }

  view(): CaseView {
    return this.#store.reading(() => viewCase(this.#store, this.whole.counted(), this.whole.figures()));
  }

  /** The case as a whole, however large: types, hubs, communities, time, sources. */
  overview(): OverviewView {
    return this.whole.view();
  }

  graph(limit = 20_000): GraphView {
    return this.#store.reading(() => viewGraph(this.#store, limit));
  }

  close(): void {
    this.#store.close();
  }

  #author(): { readonly by: string; readonly at: string } {
    return { by: this.#by, at: this.#clock() };
  }

  #once<Done extends HistoryEntry | null>(
    { operation }: ChangeTerms,
    asked: readonly unknown[],
    carryOut: (author: Author) => Done,
  ): Done {
    return once(this.#store, { operation, asked, author: this.#author() }, carryOut);
  }

  /** The snapshot of the case as it is. */
  #ask(): AskableCase {
    this.#askable = askableCase(this.#store, this.#askable, this.#asking);
    return this.#askable;
  }
}
