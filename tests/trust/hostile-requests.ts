import { createHash } from "node:crypto";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { openCase } from "../../src/case/open-case.ts";
import { startServer } from "../../src/server/start-server.ts";
import { bytes, jsonLines, smallLines } from "../case/small-case.ts";
import { randomFrom } from "../formats/random-from.ts";
import { type Description, type OddCall, OddCalls } from "./odd-calls.ts";
import { oddStreams } from "./odd-streams.ts";
import { type Outcome, ran } from "./outcome.ts";
import { inScratch } from "./scratch.ts";

const token = "trust-0123456789abcdef";
const allowed = new Set([200, 303, 400, 401, 403, 404, 408, 409, 413, 415, 431, 503, 507]);

interface Attack {
  readonly origin: string;
  readonly port: number;
  readonly random: () => number;
  readonly broken: string[];
  readonly statuses: Map<number, number>;
}

/**
 * Calls of every route with odd fields, requests that are left half-way, that two readers would read differently, that come all at once, and
 * files that grow when unpacked. Each is answered below 500 and in one line, or 503; the server goes on, its log stays empty, and the case holds
 * what was acknowledged.
 */
export async function hostileRequests({ calls, seed }: { calls: number; seed: number }): Promise<Outcome> {
  return inScratch(async (folder) => {
    const casePath = join(folder, "asked.clew");
    const made = openCase(casePath, { mode: "create" });
    await made.import([{ name: "small.clew.jsonl", bytes: bytes(jsonLines(smallLines)) }]);
    made.close();
    const logged: string[] = [];
    const server = await startServer({ casePath, port: 0, token, log: (line) => logged.push(line) });
    const { origin, port } = new URL(server.url);
    const attack: Attack = { origin, port: Number(port), random: randomFrom(seed), broken: [], statuses: new Map() };
    const { broken } = attack;
    await oddCalls(attack, calls);
    const streams = await sendStreams(attack);
    const left = await leaveHalfway(attack, Math.ceil(calls / 20));
    const changes = await changeAtOnce(attack, Math.ceil(calls / 10));
    await unpackBombs(attack);
    const check = await (await fetch(`${origin}/api/check`, { headers: { Authorization: `Bearer ${token}` } })).json();
    if (!(check as { sound: boolean }).sound) broken.push(`the case is not sound: ${JSON.stringify(check).slice(0, 300)}`);
    await server.close();
    broken.push(...logged.map((line) => `logged: ${line}`));
    const told = [...attack.statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`);
    return ran(
      `${calls} odd calls (${told.join(", ")}), ${streams} odd streams, ${left} left half-way, ${changes} changes at once: ${broken.length} faults`,
      broken,
    );
  });
}

async function oddCalls({ origin, random, broken, statuses }: Attack, calls: number): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` };
  const description = (await (await fetch(`${origin}/api/openapi.json`, { headers })).json()) as Description;
  const odd = new OddCalls(description, random);
  const ask = async () => {
    const call = odd.next();
    const said = `${call.method} ${call.path.slice(0, 120)} ${(call.body ?? "").slice(0, 300)}`;
    const { status, fault } = await answered(origin, call);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (fault !== null) broken.push(`${fault} for ${said}`);
  };
  for (let done = 0; done < calls; done += 8) await Promise.all(Array.from({ length: 8 }, ask));
}

/** What a call gave, and what is wrong with that; null for nothing. */
async function answered(origin: string, call: OddCall): Promise<{ status: number; fault: string | null }> {
  const { method, path, contentType, body } = call;
  const headers = { Authorization: `Bearer ${token}`, ...(body === null ? {} : { "Content-Type": contentType }) };
  const late = AbortSignal.timeout(60_000);
  try {
    const answer = await fetch(origin + path, { method, headers, body, redirect: "manual", signal: late });
    const { status } = answer;
    const isStream = (answer.headers.get("content-type") ?? "").startsWith("text/event-stream");
    const words = isStream ? "" : await answer.text();
    if (isStream) await answer.body?.cancel();
    if (!allowed.has(status)) return { status, fault: String(status) };
    const isTold = status < 400 || !path.startsWith("/api") || isRefusal(words);
    return { status, fault: isTold ? null : words.slice(0, 100) };
  } catch (error) {
    return { status: 0, fault: late.aborted ? "no answer in a minute" : wordsOf(error) };
  }
}

/** `fetch` says only that it failed; why stands in the causes. */
function wordsOf(error: unknown): string {
  const causes: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause) causes.push(String(at));
  return causes.length === 0 ? String(error) : causes.join(" because of ");
}

/** `{ "error": "one line", "candidates": [] }`. */
function isRefusal(words: string): boolean {
  try {
    const { error, candidates } = JSON.parse(words) as { error: unknown; candidates: unknown };
    return typeof error === "string" && error !== "" && !/[\n\r]/.test(error) && Array.isArray(candidates);
  } catch {
    return false;
  }
}

/** Bytes on a connection of their own; the server answers or closes, and never gives a stranger anything. */
async function sendStreams({ port, origin, broken }: Attack): Promise<number> {
  const streams = oddStreams(`127.0.0.1:${port}`, token);
  for (const { what, bytes: sent, most } of streams) {
    const answer = await answerTo(port, sent);
    if (answer === null) broken.push(`${what}: the connection stayed open`);
    else if ((answer.match(/HTTP\/1\.1 200/g) ?? []).length > most) broken.push(`${what}: ${answer.slice(0, 200)}`);
    else if (/HTTP\/1\.1 5(?!03)/.test(answer)) broken.push(`${what}: ${answer.slice(0, 100)}`);
    if (!(await isAlive(origin))) broken.push(`${what}: the server answers no more`);
  }
  return streams.length;
}

function answerTo(port: number, sent: string): Promise<string | null> {
  return new Promise((give) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(sent, "latin1"));
    const late = setTimeout(() => {
      socket.destroy();
      give(null);
    }, 30_000);
    const end = () => {
      clearTimeout(late);
      give(answer);
    };
    socket.setEncoding("latin1").on("data", (text) => {
      answer += text;
    });
    socket.on("error", end).on("close", end);
  });
}

async function isAlive(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
  return answer?.status === 200;
}

/** Requests whose asker goes: before the body is whole, or at some moment of the answer. What was begun is done whole or not at all. */
async function leaveHalfway({ port, origin, random, broken }: Attack, count: number): Promise<number> {
  const claim = (id: string) => ({ id, subject: "ada", relation: "owns", object: "cyr", stance: "asserts", source: "s1" });
  for (let at = 0; at < count; at++) {
    const body = JSON.stringify({ claim: claim(`left-${at}`) });
    const head = `POST /api/claims HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    const cut = Math.floor(random() * (body.length + 1));
    await new Promise<void>((done) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(head + body.slice(0, cut));
        setTimeout(() => socket.destroy(), random() * 10);
      });
      socket.on("error", () => undefined).on("close", () => done());
    });
  }
  if (!(await isAlive(origin))) broken.push("the server answers no more after requests were left");
  return count;
}

/** Recording, withdrawing, judging, undoing and redoing at once; every claim that was acknowledged last as recorded is there. */
async function changeAtOnce({ origin, random, broken, statuses }: Attack, count: number): Promise<number> {
  const send = async (path: string, body: object) => {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const answer = await fetch(origin + path, { method: "POST", headers, body: JSON.stringify(body) });
    await answer.arrayBuffer();
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (![200, 404, 409, 503].includes(answer.status)) broken.push(`${path} at once: ${answer.status}`);
    return answer.status;
  };
  const isDone = async (path: string, body: object) => (await send(path, body)) === 200;
  // More at once than may wait are answered with 503, and come again, as the answer says.
  const sendAgain = async (path: string) => {
    for (;;) {
      const status = await send(path, {});
      if (status !== 503) return status === 200;
      await pause(50 + 100 * random());
    }
  };
  // What came before may have been undone by then.
  await fetch(`${origin}/api/import?name=again.clew.jsonl`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}` },
    body: jsonLines([...smallLines, { kind: "entity", id: "new", type: "person", name: "New" }]),
  });
  const name = createHash("sha256").update(String(count)).digest("hex").slice(0, 8);
  const kept: string[] = [];
  const change = async (at: number) => {
    const id = `${name}-${at}`;
    const claim = { id, subject: "ada", relation: "owns", object: "cyr", stance: "asserts", source: "s1" };
    if (!(await isDone("/api/claims", { claim }))) return;
    if (random() < 0.3) await send("/api/claims/withdraw", { claim: id, reason: "at once" });
    else if (random() < 0.2) await send("/api/judgements", { a: "ada", b: "cyr", verdict: "different", reason: id });
    kept.push(id);
  };
  for (let done = 0; done < count; done += 20)
    await Promise.all(Array.from({ length: Math.min(20, count - done) }, (_, at) => change(done + at)));
  const undone = Math.ceil(count / 10);
  const undos = await Promise.all(Array.from({ length: undone }, () => sendAgain("/api/undo")));
  const redos = await Promise.all(Array.from({ length: undone }, () => sendAgain("/api/redo")));
  const [taken, brought] = [undos, redos].map((done) => done.filter(Boolean).length);
  if (taken !== undone || brought !== undone) broken.push(`${undone} undos at once: ${taken} done, ${brought} redone`);
  if (kept.length !== count) broken.push(`${count} claims recorded at once: ${kept.length} acknowledged`);
  const lines = await exported(origin);
  const lost = kept.filter((id) => !lines.includes(`"id":"${id}"`));
  if (lost.length > 0) broken.push(`${lost.length} claims were acknowledged and are lost, ${lost[0]} first`);
  return count;
}

async function exported(origin: string): Promise<string> {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  return (await fetch(`${origin}/api/export`, { method: "POST", headers, body: '{"format":"clew-jsonl"}' })).text();
}

/** Files that are small on their way and large once unpacked: refused, or read within bounds. */
async function unpackBombs({ origin, broken, statuses }: Attack): Promise<void> {
  const zeros = gzipSync(Buffer.alloc(64 << 20));
  const spaces = gzipSync(`{"clew":1}\n${" ".repeat(64 << 20)}`);
  const bombs = [
    zeros,
    spaces,
    gzipSync(zeros),
    zeros.subarray(0, 5_000),
    Buffer.concat([zeros, Buffer.from("more")]),
    Buffer.from([0x1f, 0x8b]),
  ];
  for (const [at, body] of bombs.entries()) {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/octet-stream" };
    const answer = await fetch(`${origin}/api/import?name=bomb-${at}.csv.gz`, {
      method: "POST",
      headers,
      body: new Uint8Array(body),
    });
    const words = await answer.text();
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (![200, 400, 413].includes(answer.status)) broken.push(`bomb ${at}: ${answer.status} ${words.slice(0, 100)}`);
  }
  if (!(await isAlive(origin))) broken.push("the server answers no more after the bombs");
}
