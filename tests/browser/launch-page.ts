import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";

/** A real Chromium, found where the setup script finds it. */
const executablePath = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
].find((path) => path !== undefined && existsSync(path));

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses asked for that are not the server's own, by any page, worker or socket. */
  readonly strayRequests: readonly string[];
  /** Violations of the content security policy, uncaught errors and dialogs. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  readonly reducedMotion?: "reduce" | "no-preference";
}

/** Chromium asks these by itself, whatever page is open and whatever it is told; so they have no address here. */
const itsOwn = ["accounts.google.com", "update.googleapis.com", "content-autofill.googleapis.com"];

/** What Chromium is told beside what Playwright tells it. */
const flags = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  `--host-resolver-rules=${itsOwn.map((host) => `MAP ${host} ~NOTFOUND`).join(", ")}`,
];

/** Opens `url` in a browser of its own, with a log of everything that it asks for. */
export async function launchPage(url: string, options: PageOptions = {}): Promise<OpenedPage> {
  if (executablePath === undefined) throw new Error("wanted a Chromium (set CHROMIUM to its path), found none");
  const profile = mkdtempSync(join(tmpdir(), "clew-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    acceptDownloads: true,
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    colorScheme: options.colorScheme ?? "light",
    reducedMotion: options.reducedMotion ?? "no-preference",
    args: flags,
  });
  const origin = new URL(url).origin;
  const strayRequests: string[] = [];
  const faults: string[] = [];
  const look = (address: string) => {
    if (!address.startsWith(`${origin}/`) && !/^(data|blob):/.test(address)) strayRequests.push(address);
  };
  context.on("request", (request) => look(request.url()));
  const watch = (page: Page) => {
    page.on("websocket", (socket) => look(socket.url().replace(/^ws/, "http")));
    page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("console", (message) => {
      const text = message.text();
      if (/content security policy|trusted ?type/i.test(text)) faults.push(`policy: ${text}`);
      else if (message.type() === "error" && !/Failed to load resource/.test(text)) faults.push(`console: ${text}`);
    });
  };
  for (const page of context.pages()) watch(page);
  context.on("page", watch);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  return {
    page,
    context,
    strayRequests,
    faults,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
