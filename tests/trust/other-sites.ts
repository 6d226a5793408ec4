import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Frame } from "playwright-core";
import { openCase } from "../../src/case/open-case.ts";
import { startServer } from "../../src/server/start-server.ts";
import { launchPage } from "../browser/launch-page.ts";
import { bytes, jsonLines, smallLines } from "../case/small-case.ts";
import { attackScript, type Loot, type Target } from "./attacks.ts";
import { type Outcome, ran } from "./outcome.ts";
import { inScratch } from "./scratch.ts";

const token = "trust-0123456789abcdef";

const reads = [
  "/api/entity?id=ada",
  "/api/case",
  "/api/events",
  ...["/api/graph", "/api/search?q=ada", "/api/links", "/api/source?id=s1", "/api/stats", "/api/check", "/api/openapi.json"],
  ...["/api/health", "/login?code=guess", "/mark.svg", "/"],
];

const claim = { id: "forged", subject: "ada", relation: "owns", object: "cyr", stance: "asserts", source: "s1" };
const writes: Target["writes"] = [
  { method: "POST", path: "/api/claims", body: JSON.stringify({ claim }) },
  { method: "POST", path: "/api/import?name=forged.csv", body: "source,target\nforged,ada\n" },
  { method: "POST", path: "/api/undo", body: "{}" },
  { method: "POST", path: "/api/redo", body: "{}" },
  { method: "POST", path: "/api/claims/withdraw", body: '{"claim":"c1","reason":"forged"}' },
  { method: "POST", path: "/api/judgements", body: '{"a":"ada","b":"cyr","verdict":"same","reason":"forged"}' },
  { method: "PUT", path: "/api/chart", body: '{"id":"forged","name":"forged","nodes":[]}' },
  { method: "PUT", path: "/api/question", body: '{"name":"forged","asked":{"ask":"around","center":"ada"}}' },
];

/**
 * A browser in which somebody has the case open, under both names of the server, and in it pages of other sites: another port, another name,
 * a file, a frame without an origin. They try what a page can; they read nothing, and the case is as it was. Clew's own page, by the same
 * means, reads and changes it: the means are sound.
 */
export async function otherSites({ ways }: { ways: "few" | "all" }): Promise<Outcome> {
  return inScratch(async (folder) => {
    const casePath = join(folder, "guarded.clew");
    const made = openCase(casePath, { mode: "create" });
    await made.import([{ name: "small.clew.jsonl", bytes: bytes(jsonLines(smallLines)) }]);
    made.close();
    const logged: string[] = [];
    const server = await startServer({ casePath, port: 0, token, log: (line) => logged.push(line) });
    const { port } = new URL(server.url);
    const other = await otherServer();
    const { page, context, close } = await launchPage(server.url);
    try {
      await (await context.newPage()).goto(server.newLink().replace("127.0.0.1", "localhost"));
      const before = stateOf(casePath);
      const targets = ["127.0.0.1", "localhost"].map((name): Target => ({ origin: `http://${name}:${port}`, reads, writes }));
      const sites = await strangers(context, { folder, port: other.port });
      const [chosen, aims] = ways === "all" ? [sites, targets] : [sites.slice(1, 3), targets.slice(0, 1).map(lessOf)];
      const { attempts, broken } = await attackFromAll(context, chosen, aims);
      const after = stateOf(casePath);
      if (after !== before) broken.push(`the case changed: ${before} became ${after}`);
      const own = await attackedFrom(page.mainFrame(), lessOf(targets[0]!));
      if (own.read.length === 0 || stateOf(casePath) === before)
        broken.push("Clew's own page, by the same means, read or changed nothing");
      broken.push(...logged.map((line) => `logged: ${line}`));
      const tried = `${attempts} attempts of ${chosen.length} other sites on ${aims.length} names of the server`;
      return ran(`${tried}: ${broken.length} read or changed something`, broken);
    } finally {
      await close();
      other.close();
      await server.close();
    }
  });
}

function lessOf({ origin, reads, writes }: Target): Target {
  return { origin, reads: reads.slice(0, 2), writes: writes.slice(0, 2) };
}

async function attackFromAll(context: BrowserContext, sites: readonly Stranger[], targets: readonly Target[]) {
  const broken: string[] = [];
  let attempts = 0;
  for (const { name, frame } of sites)
    for (const target of targets) {
      const loot = await attackedFrom(frame, target);
      const visited = await byNavigation(context, { frame, target });
      attempts += loot.attempts;
      broken.push(...[...loot.read, ...visited].map((read) => `${name} read of ${target.origin} by ${read}`));
    }
  return { attempts, broken };
}

function attackedFrom(frame: Frame, target: Target): Promise<Loot> {
  return frame.evaluate<Loot>(attackScript(target));
}

function stateOf(casePath: string): string {
  const opened = openCase(casePath, { mode: "read" });
  const { records, history } = opened.hash();
  const state = `revision ${opened.revision}, ${records} ${history}`;
  opened.close();
  return state;
}

async function otherServer(): Promise<{ port: number; close: () => void }> {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end("<!doctype html><title>Another site</title><link rel=icon href=data:,><body>");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

interface Stranger {
  readonly name: string;
  readonly frame: Frame;
}

/** Pages of other sites in the same browser. */
async function strangers(context: BrowserContext, { folder, port }: { folder: string; port: number }): Promise<Stranger[]> {
  const file = join(folder, "downloaded.html");
  writeFileSync(file, "<!doctype html><title>A file</title><body>");
  const opened = async (address: string) => {
    const page = await context.newPage();
    await page.goto(address);
    return page.mainFrame();
  };
  const framed = async (attributes: Readonly<Record<string, string>>) => {
    const outer = await opened(`http://127.0.0.1:${port}/`);
    await outer.evaluate((given) => {
      const frame = document.createElement("iframe");
      for (const [name, value] of Object.entries(given)) frame.setAttribute(name, value);
      document.body.append(frame);
      return new Promise((done) => frame.addEventListener("load", done));
    }, attributes);
    return outer.childFrames()[0]!;
  };
  const sandbox = "allow-scripts allow-forms allow-popups";
  return [
    { name: "another port", frame: await opened(`http://127.0.0.1:${port}/`) },
    { name: "another port of localhost", frame: await opened(`http://localhost:${port}/`) },
    { name: "a frame without an origin", frame: await framed({ sandbox, src: `http://127.0.0.1:${port}/` }) },
    { name: "a data: frame", frame: await framed({ src: "data:text/html,<!doctype html><body>" }) },
    { name: "a file", frame: await opened(pathToFileURL(file).href) },
  ];
}

/** The whole tab is led to addresses that would change the case, or give it away as a page. */
async function byNavigation(context: BrowserContext, { frame, target }: { frame: Frame; target: Target }): Promise<string[]> {
  if (frame.parentFrame() !== null) return [];
  const read: string[] = [];
  for (const path of ["/api/undo", ...target.reads.slice(0, 2)]) {
    const page = await context.newPage();
    await page.goto(frame.url());
    await page.evaluate((to) => {
      location.href = to;
    }, target.origin + path);
    await page.waitForURL((url) => url.href.startsWith(target.origin), { timeout: 10_000 }).catch(() => undefined);
    const words = await page.content();
    if (words.includes("Ada")) read.push(`a visit to ${path} shows ${words.slice(0, 80)}`);
    await page.close();
  }
  return read;
}
