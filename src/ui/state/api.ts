import type { FormatDescription } from "../../case/describe-formats.ts";
import type { EntityList, OverviewView, PartView } from "../../case/overview/overview-views.ts";
import type { ImportPreview } from "../../case/preview-views.ts";
import type { ClaimDraft } from "../../case/record-claim.ts";
import type {
  CaseView,
  EntityView,
  ExportScope,
  GraphView,
  ImportReport,
  LinkGroupPage,
  LinkView,
  SourceView,
} from "../../case/views.ts";
import type { Chart } from "../../claims/chart.ts";
import type { Answer } from "../../query/answer.ts";
import type { SearchHit } from "../../store/case-store.ts";
import type { Asked } from "./asked.ts";
import type { ImportTerms } from "./import-state.ts";

/** The server refused, or could not be reached (`status` 0). The message is one line for the reader. */
export class ApiError extends Error {
  readonly status: number;
  /** What could have been meant, when a name was ambiguous. */
  readonly candidates: readonly string[];

  constructor(message: string, options: { status: number; candidates?: readonly string[]; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "ApiError";
    this.status = options.status;
    this.candidates = options.candidates ?? [];
  }
}

/** A file that the server made, with the name it suggests. */
export interface ExportedFile {
  readonly name: string;
  readonly blob: Blob;
  /** One sentence per thing that it could not carry. */
  readonly losses: readonly string[];
}

export interface AskedFile {
  readonly format: string;
  readonly part: string;
  /** Of a table: see `WriteOptions`. */
  readonly formulas: "guarded" | "exact";
  readonly scope: ExportScope;
}

export interface Changed {
  readonly revision: number;
  /** Left out when there was nothing to do. */
  readonly label?: string;
}

/** A chart, and a revision that it is of at least. */
export interface ReadChart {
  readonly chart: Chart;
  readonly revision: number;
}

/** Links of an entity, and claims of a source, that are shown of more: nobody reads a hundred thousand. */
const [mostLinks, mostClaims] = ["100", "100"];

/** The calls of docs/http.md, one function each. All reject with `ApiError`. */
export type Api = ReturnType<typeof createApi>;

export function createApi(fetcher: typeof fetch, wait: (ms: number) => Promise<void> = pause) {
  const get = <T>(path: string, query: Record<string, string> = {}, signal?: AbortSignal) => {
    const params = new URLSearchParams(query).toString();
    return json<T>(fetcher, params === "" ? path : `${path}?${params}`, signal === undefined ? {} : { signal });
  };
  /** `seen`: the revision that the reader saw; what was changed since is not overwritten. */
  const send = (path: string, body: unknown, { method = "POST", seen, waits = waitsMs }: SendOptions = {}) =>
    changing({ wait, waits }, async (headers) => {
      const init = withBody(body, method);
      const match = seen === undefined ? {} : { "If-Match": `"${seen}"` };
      return json<Changed>(fetcher, path, { ...init, headers: { ...init.headers, ...headers, ...match } });
    });
  return {
    caseView: () => get<CaseView>("/api/case"),
    graph: (limit: number) => get<GraphView>("/api/graph", { limit: String(limit) }),
    search: (q: string, limit: number, signal?: AbortSignal) =>
      get<{ readonly hits: readonly SearchHit[] }>("/api/search", { q, limit: String(limit) }, signal),
    overview: () => get<OverviewView>("/api/overview"),
    part: (asked: Record<string, string>) => get<PartView>("/api/part", asked),
    entities: (asked: Record<string, string>) => get<EntityList>("/api/entities", asked),
    entity: (id: string) => get<EntityView>("/api/entity", { id, limit: mostLinks }),
    /** Further links of a group, after the one that leads to `after`. */
    moreLinks: (id: string, { relation, side, after }: { relation: string; side: string; after: string }) =>
      get<LinkGroupPage>("/api/entity/links", { id, relation, side, after }),
    link: (id: string) => get<LinkView>("/api/link", { id }),
    /** With the claim that is named, and others. */
    source: (id: string, claim: string | null = null) =>
      get<SourceView>("/api/source", { id, limit: mostClaims, ...(claim === null ? {} : { claim }) }),
    /** Ending `signal` closes the connection; the server then stops looking. */
    ask: ({ ask, ...asked }: Asked, signal?: AbortSignal) =>
      json<Answer>(fetcher, `/api/${ask}`, { ...withBody(asked, "POST"), ...(signal === undefined ? {} : { signal }) }),
    putQuestion: (question: { name: string; asked: Asked; id?: string }, seen: number) =>
      send("/api/question", question, { method: "PUT", seen }),
    forgetQuestion: (question: string, seen: number) => send("/api/question/forget", { question }, { seen }),
    formats: () => get<readonly FormatDescription[] | { readonly formats: readonly FormatDescription[] }>("/api/formats"),
    chart: async (id: string): Promise<ReadChart> => {
      const response = await answered(fetcher, `/api/chart?${new URLSearchParams({ id })}`, {});
      const revision = Number(/^"(\d+)"$/.exec(response.headers.get("ETag") ?? "")?.[1] ?? 0);
      return { chart: (await response.json()) as Chart, revision };
    },
    /** Whoever saves charts sends the latest again, not this one. */
    putChart: (chart: Chart, seen: number) => send("/api/chart", chart, { method: "PUT", seen, waits: [] }),
    recordClaim: (claim: ClaimDraft) => send("/api/claims", { claim }),
    withdrawClaim: (claim: string, reason: string) => send("/api/claims/withdraw", { claim, reason }),
    judge: (judgement: { a: string; b: string; verdict: string; reason: string }, seen: number) =>
      send("/api/judgements", judgement, { seen }),
    withdrawJudgement: (judgement: string, reason: string) => send("/api/judgements/withdraw", { judgement, reason }),
    undo: (seen: number) => send("/api/undo", {}, { seen }),
    redo: (seen: number) => send("/api/redo", {}, { seen }),
    /** What an import of the files would give; of a large one that is no zip, as far as its beginning tells. */
    previewImport: async (files: readonly File[], terms: ImportTerms, signal: AbortSignal) => {
      const body = await beginningsOf(files, terms);
      return json<ImportPreview>(fetcher, "/api/import/preview", { method: "POST", body, signal });
    },
    /** All of them, or none. */
    importFiles: (files: readonly File[], { terms, operation }: { readonly terms: ImportTerms; readonly operation: string }) =>
      changing({ wait, waits: waitsMs, operation }, (headers) =>
        json<ImportReport>(fetcher, "/api/import", { method: "POST", headers, body: filesWith(files, termsOf(terms)) }),
      ),
    /** Refused with 404 when it is over. */
    cancelImport: (operation: string) => json<unknown>(fetcher, "/api/import/cancel", withBody({ operation }, "POST")),
    exportFile: async (asked: AskedFile): Promise<ExportedFile> => {
      const response = await answered(fetcher, "/api/export", withBody(asked, "POST"));
      return {
        name: fileNameOf(response.headers.get("Content-Disposition")),
        blob: await response.blob(),
        losses: lossesOf(response.headers.get("Clew-Losses")),
      };
    },
  };
}

/** One sentence per thing that the file could not carry. */
function lossesOf(header: string | null): readonly string[] {
  return header === null ? [] : (JSON.parse(header) as string[]);
}

/** How long to wait before a change is sent again. */
const waitsMs: readonly number[] = [300, 1_000, 3_000];

/** As much of a file as a preview is made of. */
const previewBytes = 2 * 1024 ** 2;

async function beginningsOf(files: readonly File[], terms: ImportTerms): Promise<FormData> {
  const cut: string[] = [];
  const beginnings: File[] = [];
  for (const file of files) {
    const isCut = file.size > previewBytes && !(await isZip(file));
    if (isCut) cut.push(file.name);
    beginnings.push(isCut ? new File([file.slice(0, previewBytes)], file.name) : file);
  }
  return filesWith(beginnings, { ...termsOf(terms), cut });
}

/** A zip, a workbook too, says at its end what is in it: it goes whole. */
async function isZip(file: File): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x50 && second === 0x4b;
}

function termsOf({ format, encoding, ids, mappings }: ImportTerms) {
  return {
    ...(format === null ? {} : { format }),
    ...(encoding === null ? {} : { encoding }),
    ...(ids === null ? {} : { ids }),
    mappings: Object.fromEntries(mappings),
  };
}

function filesWith(files: readonly File[], options: object): FormData {
  const form = new FormData();
  form.append("options", JSON.stringify(options));
  for (const file of files) form.append("file", file, file.name);
  return form;
}

interface SendOptions {
  readonly method?: string;
  readonly seen?: number;
  readonly waits?: readonly number[];
}

interface Again {
  readonly wait: (ms: number) => Promise<void>;
  readonly waits: readonly number[];
  readonly operation?: string;
}

/**
 * A change under an id of its own: where the connection breaks, or the server is too busy, it is sent again under the same id, so
 * that it is done once.
 */
async function changing<T>(
  { wait, waits, operation = crypto.randomUUID() }: Again,
  send: (headers: Record<string, string>) => Promise<T>,
): Promise<T> {
  const headers = { "Idempotency-Key": `"${operation}"` };
  for (const ms of waits) {
    try {
      return await send(headers);
    } catch (error) {
      if (!(error instanceof ApiError && (error.status === 0 || error.status === 503))) throw error;
      await wait(ms);
    }
  }
  return send(headers);
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

function withBody(body: unknown, method: string): RequestInit & { readonly headers: Record<string, string> } {
  return { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

async function json<T>(fetcher: typeof fetch, path: string, init: RequestInit): Promise<T> {
  return (await (await answered(fetcher, path, init)).json()) as T;
}

async function answered(fetcher: typeof fetch, path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetcher(path, { credentials: "same-origin", ...init });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError("Clew's server does not answer. Is it still running?", { status: 0, cause });
  }
  if (response.ok) return response;
  const told = (await response.json().catch(() => ({}))) as { error?: unknown; candidates?: unknown };
  throw new ApiError(typeof told.error === "string" ? told.error : `The server answered ${response.status}.`, {
    status: response.status,
    candidates: Array.isArray(told.candidates) ? told.candidates.filter((name) => typeof name === "string") : [],
  });
}

/** The name in a Content-Disposition header, RFC 6266; `filename*` first. */
export function fileNameOf(header: string | null): string {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? "")?.[1];
  if (coded !== undefined) {
    try {
      return decodeURIComponent(coded);
    } catch {
      // A header that is not well coded falls through to the plain name.
    }
  }
  return /filename="?([^";]+)"?/i.exec(header ?? "")?.[1] ?? "clew-export";
}
