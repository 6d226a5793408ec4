import type { FormatDescription } from "../../case/describe-formats.ts";
import type { ClaimDraft } from "../../case/record-claim.ts";
import type { CaseView, EntityView, ExportScope, GraphView, ImportReport, LinkView, SourceView } from "../../case/views.ts";
import type { Chart } from "../../claims/chart.ts";
import type { Answer } from "../../query/answer.ts";
import type { SearchHit } from "../../store/case-store.ts";
import type { Asked } from "./asked.ts";

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
}

export interface Changed {
  readonly revision: number;
  readonly label?: string;
}

/** The calls of docs/http.md, one function each. All reject with `ApiError`. */
export type Api = ReturnType<typeof createApi>;

export function createApi(fetcher: typeof fetch) {
  const get = <T>(path: string, query: Record<string, string> = {}, signal?: AbortSignal) => {
    const params = new URLSearchParams(query).toString();
    return json<T>(fetcher, params === "" ? path : `${path}?${params}`, signal === undefined ? {} : { signal });
  };
  const send = <T>(path: string, body: unknown, method = "POST") => json<T>(fetcher, path, withBody(body, method));
  return {
    caseView: () => get<CaseView>("/api/case"),
    graph: (limit: number) => get<GraphView>("/api/graph", { limit: String(limit) }),
    search: (q: string, limit: number, signal?: AbortSignal) =>
      get<{ readonly hits: readonly SearchHit[] }>("/api/search", { q, limit: String(limit) }, signal),
    entity: (id: string) => get<EntityView>("/api/entity", { id }),
    link: (id: string) => get<LinkView>("/api/link", { id }),
    source: (id: string) => get<SourceView>("/api/source", { id }),
    /** Ending `signal` closes the connection; the server then stops looking. */
    ask: ({ ask, ...asked }: Asked, signal?: AbortSignal) =>
      json<Answer>(fetcher, `/api/${ask}`, { ...withBody(asked, "POST"), ...(signal === undefined ? {} : { signal }) }),
    putQuestion: (question: { name: string; asked: Asked; id?: string }) => send<Changed>("/api/question", question, "PUT"),
    forgetQuestion: (question: string) => send<Changed>("/api/question/forget", { question }),
    formats: () => get<readonly FormatDescription[] | { readonly formats: readonly FormatDescription[] }>("/api/formats"),
    chart: (id: string) => get<Chart>("/api/chart", { id }),
    putChart: (chart: Chart) => send<unknown>("/api/chart", chart, "PUT"),
    recordClaim: (claim: ClaimDraft) => send<Changed>("/api/claims", { claim }),
    withdrawClaim: (claim: string, reason: string) => send<Changed>("/api/claims/withdraw", { claim, reason }),
    judge: (judgement: { a: string; b: string; verdict: string; reason: string }) => send<Changed>("/api/judgements", judgement),
    withdrawJudgement: (judgement: string, reason: string) => send<Changed>("/api/judgements/withdraw", { judgement, reason }),
    undo: () => send<Changed>("/api/undo", {}),
    redo: () => send<Changed>("/api/redo", {}),
    importFile: (file: File) =>
      json<ImportReport>(fetcher, `/api/import?${new URLSearchParams({ name: file.name })}`, {
        method: "POST",
        headers: { "Content-Type": "application/octet-stream" },
        body: file,
      }),
    exportFile: async (asked: { format: string; part: string; scope: ExportScope }): Promise<ExportedFile> => {
      const response = await answered(fetcher, "/api/export", withBody(asked, "POST"));
      return { name: fileNameOf(response.headers.get("Content-Disposition")), blob: await response.blob() };
    },
  };
}

function withBody(body: unknown, method: string): RequestInit {
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
