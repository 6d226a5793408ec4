import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { Answer } from "../workers/case-worker.ts";
import type { ImportJob, Job } from "../workers/job.ts";

/** Node's own request and response stand behind Hono's. */
export type ServerEnv = { Bindings: HttpBindings };

/** Has a job done for a request, and answers it with what came of it; until `signal`, or the asker has gone. */
export type Ask = (c: Context<ServerEnv>, job: Job | ImportJob, signal?: AbortSignal) => Promise<Response>;

/** JSON as it came from the thread, or a file under its name, as a browser saves it. */
export function responseOf(answer: Answer): Response {
  if (answer.kind === "json") {
    const tag = answer.revision === null ? {} : { ETag: `"${answer.revision}"` };
    return new Response(answer.bytes, { headers: { "Content-Type": "application/json", ...tag } });
  }
  const { stream, mediaType, filename, losses } = answer;
  const headers = { "Content-Type": mediaType, "Content-Disposition": attachment(filename), "Clew-Losses": asciiJson(losses) };
  return new Response(stream, { headers });
}

/** A header holds ASCII alone. */
function asciiJson(texts: readonly string[]): string {
  return JSON.stringify(texts).replaceAll(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** RFC 6266: a plain name for old clients, and the name itself. Neither may hold a path or break the header. */
function attachment(filename: string): string {
  const name = filename.replaceAll(/[/\\\u0000-\u001f\u007f]+/g, "_").toWellFormed();
  const plain = name.replaceAll(/[^\w.,() -]+/g, "_");
  const coded = encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}
