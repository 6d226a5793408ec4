import { join } from "node:path";
import type { Page } from "playwright-core";
import type { OverviewView } from "../../../src/case/overview/overview-views.ts";
import { drawCase } from "../../bench/scale/data/reckoning.ts";
import { launchPage } from "../../browser/launch-page.ts";
import { type Outcome, ran } from "../outcome.ts";
import { type RealServer, realServer, serverToken } from "../real-server.ts";
import { inScratch } from "../scratch.ts";
import { generatedCase } from "./generated-case.ts";

interface BigPageOptions {
  readonly entities: number;
  /** How often a search and a path are timed; the middle one counts. */
  readonly times: number;
  /** Milliseconds from opening the page to the drawn overview, from a search and from a path asked to what is drawn. */
  readonly most: { readonly overview: number; readonly search: number; readonly path: number };
}

const seed = 1;

/**
 * The page on a generated case: the overview is drawn, a name that is searched for leads to a drawn neighbourhood, and two random
 * entities to a drawn path. The overview is worked out before, as after any import; the server is started anew.
 */
export function bigPage({ entities, times, most }: BigPageOptions): Promise<Outcome> {
  return inScratch(async (folder) => {
    const casePath = join(folder, "big.clew");
    await generatedCase(casePath, drawCase({ entities, seed }));
    const workedOutMs = await served(casePath, workedOut);
    const took = await served(casePath, (origin) => onThePage(origin, times));
    const broken = (["overview", "search", "path"] as const).flatMap((what) =>
      took[what] <= most[what] ? [] : [`${what}: wanted at most ${most[what]} ms, got ${took[what]} ms`],
    );
    const figures = `overview ${took.overview} ms, search → neighbourhood ${took.search} ms, path → drawn ${took.path} ms`;
    return ran(`${entities.toLocaleString("en")} entities: ${figures}; overview worked out in ${workedOutMs} ms`, broken);
  });
}

async function served<T>(casePath: string, use: (origin: string) => Promise<T>): Promise<T> {
  const server: RealServer = await realServer(casePath);
  if (server.origin === null) throw new Error(`big page: the server did not start: ${server.said}`);
  try {
    return await use(server.origin);
  } finally {
    await server.terminate();
  }
}

async function read<T>(origin: string, path: string): Promise<T> {
  const answer = await fetch(origin + path, { headers: { Authorization: `Bearer ${serverToken}` } });
  if (!answer.ok) throw new Error(`big page: ${path} was answered with ${answer.status}`);
  return (await answer.json()) as T;
}

/** Milliseconds until communities were there. */
async function workedOut(origin: string): Promise<number> {
  const started = performance.now();
  while ((await read<OverviewView>(origin, "/api/overview")).communities === null)
    await new Promise((done) => setTimeout(done, 200));
  return Math.round(performance.now() - started);
}

interface Took {
  readonly overview: number;
  readonly search: number;
  readonly path: number;
}

async function onThePage(origin: string, times: number): Promise<Took> {
  const opened = await launchPage(origin, { width: 1440, height: 900, reducedMotion: "reduce" });
  try {
    const { page, context } = opened;
    // The link that `clew open` printed is spent by its first visit: the token does the same here.
    await context.setExtraHTTPHeaders({ Authorization: `Bearer ${serverToken}` });
    const overview = await timed(async () => {
      await page.goto(origin);
      await drawn(page, "");
    });
    const { total } = await read<{ total: number }>(origin, "/api/entities?limit=1");
    const entityAt = async (share: number) => {
      const from = Math.floor(share * (total - 1));
      const { entities } = await read<{ entities: { id: string; name: string }[] }>(origin, `/api/entities?limit=1&from=${from}`);
      return entities[0] ?? { id: "", name: "" };
    };
    const searches: number[] = [];
    const paths: number[] = [];
    for (let at = 0; at < times; at++) {
      const [a, b] = [await entityAt((at + 0.3) / times / 2), await entityAt((at + 0.7) / times)];
      searches.push(await timed(() => typed(page, { text: a.name, until: "near=" })));
      await back(page);
      paths.push(await timed(() => typed(page, { text: `${a.id} → ${b.id}`, until: "from=" })));
      await back(page);
    }
    return { overview, search: middle(searches), path: middle(paths) };
  } finally {
    await opened.close();
  }
}

async function typed(page: Page, { text, until }: { readonly text: string; readonly until: string }): Promise<void> {
  await page.getByRole("combobox", { name: "Search entities" }).fill(text);
  await page.keyboard.press("Enter");
  await drawn(page, until);
}

async function back(page: Page): Promise<void> {
  for (let at = 0; at < 6 && new URL(page.url()).hash !== ""; at++) await page.keyboard.press("Escape");
  await drawn(page, "");
}

/** Something is drawn, and the address says that it is what was asked for. */
async function drawn(page: Page, address: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const canvas = document.querySelector<HTMLElement>("[data-layout]");
      const { hash } = location;
      const isThere = canvas?.dataset.layout === "settled" && Number(canvas.dataset.nodes) > 0;
      return isThere && (wanted === "" ? hash === "" : hash.includes(wanted));
    },
    address,
    { polling: 20, timeout: 120_000 },
  );
}

async function timed(use: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await use();
  return Math.round(performance.now() - started);
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
