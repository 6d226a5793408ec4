import { connections } from "./connections.ts";
import { failingCalls } from "./failing-calls.ts";
import { fileModes } from "./file-modes.ts";
import { fileRows } from "./file-rows.ts";
import { fullDisk } from "./full-disk.ts";
import { hostileFiles } from "./hostile-files.ts";
import { hostileRequests } from "./hostile-requests.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { importInterrupted } from "./import-interrupted.ts";
import { killedWhileWriting } from "./killed-while-writing.ts";
import { bigPage } from "./load/big-page.ts";
import { hubPage } from "./load/hub-page.ts";
import { underLoad } from "./load/under-load.ts";
import { longQueries } from "./long-queries.ts";
import { oddCommandLines } from "./odd-command-lines.ts";
import { otherSites } from "./other-sites.ts";
import type { Outcome } from "./outcome.ts";
import { powerLoss } from "./power-loss.ts";
import { startsAtOnce } from "./starts-at-once.ts";
import { tornLog } from "./torn-log.ts";
import { undoSequences } from "./undo-sequences.ts";

/** A fault that is run: with small numbers by `npm test`, in full by `npm run trust`. */
export interface Fault {
  readonly small: () => Promise<Outcome>;
  readonly full: () => Promise<Outcome>;
}

/** One promise, and what holds it. */
export interface Row {
  readonly about: "store" | "server" | "files" | "load";
  readonly name: string;
  readonly promise: string;
  readonly fault: Fault | null;
  /** Test files that hold it, too. */
  readonly tests: readonly string[];
  /** What of it no test holds yet; null for nothing. */
  readonly lacks: string | null;
}

const seed = 20240322;

function storeRow(name: string, promise: string, more: Partial<Row>): Row {
  return { about: "store", name, promise, fault: null, tests: [], lacks: null, ...more };
}

function serverRow(name: string, promise: string, more: Partial<Row>): Row {
  return { about: "server", name, promise, fault: null, tests: [], lacks: null, ...more };
}

function loadRow(name: string, promise: string, more: Partial<Row>): Row {
  return { about: "load", name, promise, fault: null, tests: [], lacks: null, ...more };
}

const sqlite = (name: string) => `tests/store/sqlite/${name}.test.ts`;
const server = (name: string) => `tests/server/${name}.test.ts`;
const browser = (name: string) => `tests/browser/${name}.test.ts`;

const storeRows: readonly Row[] = [
  storeRow("killed while writing", "nothing acknowledged over HTTP is lost, nothing is half, the case opens", {
    fault: {
      small: () => killedWhileWriting({ kills: 2, seed }),
      full: () => killedWhileWriting({ kills: 200, seed }),
    },
    tests: [sqlite("sqlite-store")],
  }),
  storeRow("power loss", "the log is synced between each write and its answer; synchronous=FULL on every connection", {
    fault: { small: () => powerLoss({ writes: 20 }), full: () => powerLoss({ writes: 500 }) },
    tests: [sqlite("open-database")],
  }),
  storeRow("torn write-ahead log", "a damaged log gives a prefix of the history", {
    fault: { small: () => tornLog({ images: 36, seed }), full: () => tornLog({ images: 720, seed }) },
  }),
  storeRow("disk full", "a clear refusal, reading goes on, nothing acknowledged is lost", {
    fault: { small: () => fullDisk({ mib: 8 }), full: () => fullDisk({ mib: 64 }) },
  }),
  storeRow("I/O error", "whichever call to the disk fails: one line, and nothing acknowledged is lost", {
    fault: { small: () => failingCalls({ most: 2 }), full: () => failingCalls({ most: 200 }) },
  }),
  storeRow("import interrupted", "all of an import or nothing", {
    fault: {
      small: () =>
        importInterrupted(
          [
            { kills: 2, claims: 500 },
            { kills: 2, claims: 21_000 },
          ],
          seed,
        ),
      full: () =>
        importInterrupted(
          [
            { kills: 40, claims: 3_000 },
            { kills: 60, claims: 25_000 },
          ],
          seed,
        ),
    },
    tests: [server("imports")],
  }),
  storeRow("old and new files", "an old file is copied, then brought up to date; one from the future stays untouched", {
    tests: [sqlite("migration"), sqlite("copy-before-migration"), sqlite("open-database")],
  }),
  storeRow("two processes on one case", "one has it, the others are told who; a stale lock does not block", {
    fault: { small: () => startsAtOnce({ starts: 4 }), full: () => startsAtOnce({ starts: 20 }) },
    tests: [sqlite("open-database"), server("start-server")],
  }),
  storeRow("undo", "undoing all gives the start, redoing all the end, also after a restart", {
    fault: { small: () => undoSequences({ sequences: 30, seed }), full: () => undoSequences({ sequences: 2_000, seed }) },
    tests: ["tests/case/undo.test.ts"],
  }),
  storeRow("hostile case file", "nothing that came with a file runs; ATTACH and extensions are off", {
    fault: { small: hostileFiles, full: hostileFiles },
    tests: [sqlite("compare-schema")],
  }),
  storeRow("redaction", "no byte of what was redacted is left: 100 names", { tests: [sqlite("redact")] }),
  storeRow("backup", "a copy made while others write is the case at one of its revisions", { tests: [sqlite("backup-case")] }),
  storeRow("damaged file", "whichever page is zeroed, the rest is saved", { tests: [sqlite("salvage/doctor-case")] }),
];

const serverRows: readonly Row[] = [
  serverRow("no or wrong token", "every route refuses; a new route without an entry fails", { tests: [server("every-route")] }),
  serverRow("token leaks", "the link works once, leaves the address bar, and is in no log", { tests: [server("login")] }),
  serverRow("DNS rebinding", "only the server's own names are answered; at least 40 hostile Hosts refused", {
    tests: [server("security/refuse-strangers")],
  }),
  serverRow("cross-site requests", "another site reads and changes nothing; no CORS headers", {
    fault: { small: () => otherSites({ ways: "few" }), full: () => otherSites({ ways: "all" }) },
    tests: [server("security/refuse-strangers")],
  }),
  serverRow("reachability", "127.0.0.1 only; every file 0600, whatever the umask", {
    fault: {
      small: () => fileModes({ umasks: ["000"] }),
      full: () => fileModes({ umasks: ["000", "002", "022", "027", "077"] }),
    },
    tests: [server("start-server"), sqlite("open-database"), sqlite("copy-before-migration")],
  }),
  serverRow("paths", "200 ways out of the folder lead nowhere", { tests: [server("page/page-files")] }),
  serverRow(
    "scripts in data",
    "at least 120 payloads in every text of every record run as nothing, wherever the page shows them",
    {
      fault: {
        small: () => hostileTexts({ every: 63, presses: 10, seed }),
        full: () => hostileTexts({ every: 1, presses: 300, seed }),
      },
      tests: [server("hostile-names"), browser("hostile-names")],
    },
  ),
  serverRow("beacons", "the browser suite asks nothing of another machine", {
    tests: ["launch-page", "journey", "canvas", "questions", "hostile-names", "accessibility"].map(browser),
  }),
  serverRow("connections", "server, page and browser connect to nothing but Clew's own port on 127.0.0.1, and look up no name", {
    fault: {
      small: () => connections({ tests: [browser("hostile-names")] }),
      full: () => connections({ tests: ["tests/browser"] }),
    },
    tests: ["tests/trust/connections.test.ts"],
  }),
  serverRow("links", "only http, https and mailto are followed", { tests: ["tests/ui/state/web-address.test.ts"] }),
  serverRow("slow and huge requests", "time-outs, body limits, 503 with Retry-After", { tests: [server("limits")] }),
  serverRow(
    "hostile requests",
    "whatever is sent is answered in one line, below 500 or 503; the log stays empty and nothing is lost",
    {
      fault: {
        small: () => hostileRequests({ calls: 160, seed }),
        full: () => hostileRequests({ calls: 20_000, seed }),
      },
      tests: [server("hostile-names")],
    },
  ),
  serverRow("hostile command lines", "whatever a command is given, it answers or ends with code 2 and one line", {
    fault: { small: () => oddCommandLines({ every: 97 }), full: () => oddCommandLines({ every: 1 }) },
    tests: ["tests/cli/bad-calls.test.ts", "tests/cli/hostile-names.test.ts"],
  }),
  serverRow("long queries", "threads with a deadline; the p99 of the others at most doubles meanwhile", {
    fault: {
      small: () => longQueries({ asked: 60, floorMs: 250 }),
      full: () => longQueries({ asked: 3_000, floorMs: 5 }),
    },
    tests: [server("long-questions"), server("workers/lane")],
  }),
  serverRow("sent twice", "a change with an operation's id is done once and answered as it was, also after kill -9 in between", {
    tests: [server("operations")],
  }),
  serverRow("two tabs", "what both change is kept or told; a change in one is in the other; eight tabs share one event stream", {
    tests: ["tests/ui/state/two-pages.test.ts", browser("two-tabs"), "tests/claims/merge-charts.test.ts"],
  }),
  serverRow("events", "every revision once and in order, however often a reader comes back; a slow one costs nothing", {
    tests: [server("events"), server("events/event-stream")],
  }),
  serverRow(
    "clean stop",
    "the change under way is finished, the file closed, exit code 0 within 12 s; no id or name in figures and logs",
    {
      tests: [server("self")],
    },
  ),
];

const small = { entities: 1000, clients: 10, seconds: 1.5, importRows: 200, seed: 1, bounds: null };
const full = { entities: 1_000_000, clients: 100, seconds: 60, importRows: 20_000, seed: 1 };
const bounds = { aloneMs: 150, importingMs: 250, readyMs: 5000 };

const loadRows: readonly Row[] = [
  loadRow(
    "load",
    "a hundred clients, nine of ten requests read: no error, p99 150 ms, 250 ms during imports; ready again in 5 s",
    {
      fault: { small: () => underLoad(small), full: () => underLoad({ ...full, bounds }) },
    },
  ),
  loadRow("load of a hub", "a hub with a million neighbours: its first page in 200 ms", {
    fault: {
      small: () => hubPage({ neighbours: 2000, mostMs: 2000 }),
      full: () => hubPage({ neighbours: 1_000_000, mostMs: 200 }),
    },
  }),
  loadRow(
    "load of the page",
    "a million entities on the page: the overview in 3 s, a neighbourhood 1 s after a search, a path 1 s after its question",
    {
      fault: {
        small: () => bigPage({ entities: 3000, times: 1, most: { overview: 60_000, search: 60_000, path: 60_000 } }),
        full: () => bigPage({ entities: 1_000_000, times: 5, most: { overview: 3000, search: 1000, path: 1000 } }),
      },
      tests: [browser("big-case")],
    },
  ),
];

/** The tables of the store, the server, files and the load, a row for each fault, threat and burden. */
export const rows: readonly Row[] = [...storeRows, ...serverRows, ...fileRows, ...loadRows];
