import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openCase } from "../../../src/case/open-case.ts";
import type { Targets } from "../../bench/scale/data/targets.ts";
import { type RealServer, realServer, serverToken } from "../real-server.ts";
import { HttpClient } from "./http-client.ts";
import type { LoadPlan, LoadReport } from "./load-mix.ts";
import { memoryOfProcess } from "./process-memory.ts";

export interface LoadOptions {
  readonly casePath: string;
  readonly targets: Targets;
  /** For what is handed to the process of the clients and back. */
  readonly folder: string;
  readonly clients: number;
  readonly seconds: number;
  readonly seed: number;
  /** Rows of the files that are imported meanwhile, one after the other; 0 for none. */
  readonly importRows: number;
  /** `check` looks through the whole case afterwards, too. */
  readonly afterwards: "look for what was written" | "check too";
}

export interface LoadOutcome {
  readonly report: LoadReport;
  readonly imports: number;
  /** From starting it again, after it was killed, until a search and a path are answered. */
  readonly readyMs: number;
  /** Bytes in memory of the server at the end; null where the system does not tell. */
  readonly serverBytes: number | null;
  /** What was acknowledged and is lost, what failed, what `check` found. */
  readonly broken: readonly string[];
}

/**
 * Puts a real server under load from a process of its own, kills it with its last answer, starts it again, and looks in the
 * case for every write that was acknowledged.
 */
export async function runLoad(options: LoadOptions): Promise<LoadOutcome> {
  const prefix = `load-${options.importRows > 0 ? "i" : "a"}-`;
  const server = await startedServer(options.casePath);
  await firstAnswers(server.origin, options.targets);
  const plan: LoadPlan = { ...options, origin: server.origin, token: serverToken, prefix };
  const underWay = { ended: false };
  const clients = runClients(plan, options.folder).finally(() => {
    underWay.ended = true;
  });
  const first = Promise.withResolvers<void>();
  const importing =
    options.importRows > 0
      ? importUntil(underWay, { origin: server.origin, rows: options.importRows, onFirst: first.resolve })
      : null;
  const report = await clients;
  // On a slow machine the first one may outlast the clients: it is waited for, the one then under way is cut off with the server.
  if (importing !== null) await first.promise;
  const serverBytes = memoryOfProcess(server.pid)?.now ?? null;
  await server.kill();
  const { done = 0, errors = [] } = (await importing) ?? {};
  const readyMs = await startAgain(options);
  const broken = [
    ...report.errors.map((error) => `error: ${error}`),
    ...errors,
    ...lostIn(options.casePath, prefix, report),
    ...(options.afterwards === "check too" ? faultsOf(options.casePath) : []),
  ];
  if (importing !== null && done === 0) broken.push("no import was answered with 200");
  return { report, imports: done, readyMs, serverBytes, broken };
}

async function startedServer(casePath: string): Promise<RealServer & { readonly origin: string }> {
  const server = await realServer(casePath);
  const { origin } = server;
  if (origin === null) throw new Error(`clew open failed: ${server.said.trim()}`);
  return { ...server, origin };
}

async function runClients(plan: LoadPlan, folder: string): Promise<LoadReport> {
  const [planFile, reportFile] = [join(folder, "plan.json"), join(folder, "report.json")];
  writeFileSync(planFile, JSON.stringify(plan));
  const program = new URL("../child/load-clients.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [program, planFile, reportFile], { stdio: ["ignore", 2, 2] });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`the process of the clients ended with ${code}`);
  return JSON.parse(readFileSync(reportFile, "utf8")) as LoadReport;
}

/** Imports one file after the other, at least one, until the clients are done. */
async function importUntil(
  underWay: { readonly ended: boolean },
  { origin, rows, onFirst }: { readonly origin: string; readonly rows: number; readonly onFirst: () => void },
) {
  const http = new HttpClient(origin, serverToken);
  const errors: string[] = [];
  let done = 0;
  for (let file = 0; file === 0 || !underWay.ended; file++) {
    const { status, text } = await http.send("POST", `/api/import?name=meanwhile-${file}.csv`, tableOf(file, rows));
    if (status === 200) done++;
    else if (!underWay.ended || file === 0) errors.push(`import: ${status} ${text.slice(0, 200)}`);
    onFirst();
  }
  http.close();
  return { done, errors };
}

/** An edge list between entities that no other file names. */
function tableOf(file: number, rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => `Payer ${file}/${row >> 1},Payee ${file}/${row % 997},funds`);
  return `source,target,type\n${lines.join("\n")}\n`;
}

async function firstAnswers(origin: string, { names, pairs }: Targets): Promise<void> {
  const http = new HttpClient(origin, serverToken);
  const [from, to] = pairs[0]!;
  const search = await http.get(`/api/search?limit=20&q=${encodeURIComponent(names[0]!)}`);
  const path = await http.send("POST", "/api/path", { from, to, limit: 10 });
  http.close();
  for (const { status, text } of [search, path])
    if (status !== 200) throw new Error(`the first question was answered with ${status}: ${text}`);
}

async function startAgain({ casePath, targets }: LoadOptions): Promise<number> {
  const started = performance.now();
  const server = await startedServer(casePath);
  await firstAnswers(server.origin, targets);
  const readyMs = performance.now() - started;
  await server.kill();
  return readyMs;
}

/** Every write that was answered with 200 is in the case, and in its history as a change. */
function lostIn(casePath: string, prefix: string, report: LoadReport): string[] {
  const { recorded, withdrawn, charts } = report;
  const db = new DatabaseSync(casePath, { readOnly: true });
  const idsOf = (query: string) =>
    new Set(
      db
        .prepare(query)
        .all(`${prefix}%`)
        .map(({ id }) => String(id)),
    );
  const inTable = idsOf("SELECT id FROM claim WHERE id LIKE ?");
  const taken = idsOf("SELECT id FROM withdrawn WHERE kind = 'claim' AND id LIKE ?");
  const changes = new Set(changesOf(db));
  db.close();
  const broken = [
    ...recorded.filter(({ id }) => !inTable.has(id)).map(({ id }) => `claim ${id} was acknowledged and is lost`),
    ...recorded.filter(({ id }) => !changes.has(`record-claim ${id}`)).map(({ id }) => `claim ${id} is not in the history`),
    ...withdrawn
      .filter((id) => !taken.has(id) || !changes.has(`withdraw-claim ${id}`))
      .map((id) => `the withdrawal of ${id} was acknowledged and is lost`),
  ];
  const opened = openCase(casePath, { mode: "read" });
  for (const [id, name] of charts)
    if (opened.chart(id).name !== name) broken.push(`chart ${id}: wanted ${name} as acknowledged, got ${opened.chart(id).name}`);
  opened.close();
  return broken;
}

/** Claims recorded and withdrawn one by one, as the history tells it. */
function* changesOf(db: DatabaseSync): Iterable<string> {
  const query = `SELECT c.body FROM history h JOIN history_change c ON c.seq = h.seq WHERE h.label IN ('record claim', 'withdraw claim')`;
  for (const { body } of db.prepare(query).iterate()) {
    const { kind, claim } = JSON.parse(String(body)) as { kind: string; claim: string | { id: string } };
    yield `${kind} ${typeof claim === "string" ? claim : claim.id}`;
  }
}

function faultsOf(casePath: string): string[] {
  const opened = openCase(casePath, { mode: "read" });
  const found = opened.check().map(({ where, message }) => `check: ${where}: ${message}`);
  opened.close();
  return found;
}
