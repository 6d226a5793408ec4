import { mkdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openCase } from "../../src/case/open-case.ts";
import type { Limits } from "../../src/server/limits.ts";
import { startServer } from "../../src/server/start-server.ts";
import { bytes, jsonLines, scratchFolder, smallLines } from "../case/small-case.ts";

export const token = "test-token-0123456789abcdef";

/** The real server over a real case, and ways to talk to it. */
export interface Serving {
  readonly casePath: string;
  readonly folder: string;
  readonly url: string;
  readonly origin: string;
  readonly port: number;
  /** Lines of the log. */
  readonly logged: readonly string[];
  /** One request with the token, or with the headers given. */
  call(call: string, options?: CallOptions): Promise<Answered>;
  close(): Promise<void>;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: unknown;
}

export interface ServingOptions {
  readonly lines?: readonly object[];
  readonly limits?: Partial<Limits>;
  readonly clock?: () => number;
}

/** Served until the tests of the file are over. */
export async function serving({ lines = smallLines, ...options }: ServingOptions = {}): Promise<Serving> {
  const folder = scratchFolder();
  const casePath = await caseOf(folder, lines);
  const logged: string[] = [];
  const log = (line: string) => logged.push(line);
  const server = await startServer({ casePath, port: 0, token, pageFolder: builtPage(folder), log, ...options });
  afterAll(() => server.close());
  const { origin, port } = new URL(server.url);
  return {
    ...{ casePath, folder, url: server.url, origin, port: Number(port), logged },
    call: (call, given) => callServer(origin, call, given),
    close: () => server.close(),
  };
}

export async function caseOf(folder: string, lines: readonly object[]): Promise<string> {
  const path = join(folder, "small.clew");
  const made = openCase(path, { mode: "create", by: "tester" });
  await made.import([{ name: "small.clew.jsonl", bytes: bytes(jsonLines(lines)) }]);
  made.close();
  return path;
}

/** A page as the build leaves it, small. */
export function builtPage(folder: string): string {
  const page = join(folder, "page");
  mkdirSync(join(page, "assets"), { recursive: true });
  writeFileSync(
    join(page, "index.html"),
    '<!doctype html><title>Clew</title><script type="module" src="/assets/index-Ab_1.js"></script>',
  );
  writeFileSync(join(page, "assets", "index-Ab_1.js"), "document.title = 'Clew';");
  writeFileSync(join(page, "assets", "inter.woff2"), "wOF2");
  writeFileSync(join(page, "mark.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
  return page;
}

/** `GET /api/case`, `POST /api/undo` …; a body that is bytes goes as it is, any other as JSON. */
export async function callServer(origin: string, call: string, { body, headers, signal }: CallOptions = {}): Promise<Answered> {
  const [method = "", path = ""] = call.split(" ", 2);
  const isBytes = body instanceof Uint8Array;
  const sent = body === undefined || isBytes ? body : JSON.stringify(body);
  const response = await fetch(origin + path, {
    method,
    redirect: "manual",
    headers: headers ?? {
      Authorization: `Bearer ${token}`,
      ...(sent === undefined ? {} : { "Content-Type": isBytes ? "application/octet-stream" : "application/json" }),
    },
    ...(sent === undefined ? {} : { body: sent as BodyInit }),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await textOf(response);
  return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
}

/** Of a stream that does not end, its first piece. */
async function textOf(response: Response): Promise<string> {
  if (response.body === null || !response.headers.get("content-type")?.startsWith("text/event-stream")) return response.text();
  const reader = response.body.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the server answers to these bytes on a connection of their own, until it closes the connection. */
export function rawAnswer(port: number, request: string): Promise<string> {
  return new Promise((give, fail) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(request, "latin1"));
    socket.setEncoding("latin1");
    socket.on("data", (text) => {
      answer += text;
    });
    socket.once("error", fail);
    socket.once("close", () => give(answer));
  });
}

/** The status of a raw answer; 0 when the connection was closed without one. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0);
}
