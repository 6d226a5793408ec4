import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPageFiles } from "../../../src/server/page/page-files.ts";
import { startServer } from "../../../src/server/start-server.ts";
import { scratchFolder, smallLines } from "../../case/small-case.ts";
import { builtPage, callServer, caseOf, rawAnswer, serving, statusOf, token } from "../serving.ts";

const served = await serving();
const secret = "the words of another file";

test("the page comes with its media types; what is named by its content may be kept, the rest may not", async () => {
  const kept = "private, max-age=31536000, immutable";
  for (const [address, type, cache] of [
    ["/", "text/html; charset=utf-8", "no-store"],
    ["/assets/index-Ab_1.js", "text/javascript; charset=utf-8", kept],
    ["/assets/inter.woff2", "font/woff2", kept],
    ["/mark.svg", "image/svg+xml; charset=utf-8", "no-store"],
  ] as const) {
    const answer = await served.call(`GET ${address}`);
    expect(answer.status, address).toBe(200);
    expect(answer.headers.get("content-type")).toBe(type);
    expect(answer.headers.get("cache-control")).toBe(cache);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  }
  expect((await served.call("GET /index.html")).status).toBe(404);
  expect((await served.call("GET /assets/")).status).toBe(404);
});

/** Ways up, each in many spellings, to files that are there. */
function attempts(): string[] {
  const targets = ["etc/passwd", "small.clew", "secret.txt", "proc/self/environ", "dev/zero"];
  const ups = [
    "..",
    "%2e%2e",
    "%2E.",
    ".%2e",
    "..%00",
    "..;",
    "%252e%252e",
    "..%c0%af",
    "%c0%ae%c0%ae",
    "....",
    "..\\",
    "%2e%2e%5c",
    "..?",
    "~",
  ];
  const deep = ups.flatMap((up) => targets.map((target) => `/${`${up}/`.repeat(4)}${target}`));
  const inside = ups.flatMap((up) => targets.map((target) => `/assets/${up}/${up}/${target}`));
  const joined = ["%2f", "%5c", "\\", "//", "/./"].flatMap((slash) =>
    targets.map((target) => `/assets${slash}..${slash}..${slash}${target}`),
  );
  const others = [
    ...[
      "//etc/passwd",
      "/etc/passwd",
      "/%2fetc/passwd",
      "/file:///etc/passwd",
      "/C:/Windows/win.ini",
      "/c:\\boot.ini",
      "/\\\\host\\share",
    ],
    ...[
      "/index.html%00.js",
      "/%00",
      "/\u0000",
      "/assets/%00",
      "/assets/../index.html",
      "/./index.html",
      "/assets/./index-Ab_1.js",
    ],
    ...[
      "/out",
      "/out/secret.txt",
      "/linked.txt",
      "/assets/linked.txt",
      "/page",
      "/.env",
      "/.git/config",
      "/api/../assets/linked.txt",
    ],
    ...["/secret.txt", "/../secret.txt", "/..", "/.", "/assets/..", "/assets/../../small.clew", "/small.clew", "/small.clew-wal"],
    ...[
      "/assets/index-Ab_1.js/",
      "/assets/index-Ab_1.js/..",
      "/assets/index-Ab_1.js%20",
      "/assets/index-Ab_1.js.",
      "/ASSETS/index-Ab_1.js",
    ],
    ...["/assets/index-Ab_1.js::$DATA", "/assets/CON", "/__proto__", "/constructor", "/toString", "/hasOwnProperty"],
  ];
  return [...deep, ...inside, ...joined, ...others];
}

test("two hundred ways out of the folder lead nowhere", async () => {
  const { folder, port } = served;
  writeFileSync(join(folder, "secret.txt"), secret);
  const tried = attempts();
  expect(new Set(tried).size).toBeGreaterThanOrEqual(200);
  for (const target of tried) {
    const request = `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`;
    const answer = await rawAnswer(port, request);
    expect([400, 404], target).toContain(statusOf(answer));
    expect(answer, target).not.toMatch(/root:|SQLite format|the words of another|document\.title/);
  }
  expect(served.logged).toEqual([]);
});

test("links out of the folder are left out of the table, files and folders alike", () => {
  const folder = scratchFolder();
  const page = builtPage(folder);
  mkdirSync(join(folder, "outside"));
  writeFileSync(join(folder, "outside", "secret.txt"), secret);
  symlinkSync(join(folder, "outside", "secret.txt"), join(page, "linked.txt"));
  symlinkSync(join(folder, "outside"), join(page, "out"));
  symlinkSync("/dev/zero", join(page, "zero"));
  expect([...readPageFiles(page).keys()].sort()).toEqual(["/", "/assets/index-Ab_1.js", "/assets/inter.woff2", "/mark.svg"]);
});

test("what is put into the folder later is not served", async () => {
  writeFileSync(join(served.folder, "page", "later.html"), secret);
  expect((await served.call("GET /later.html")).status).toBe(404);
});

test("a page that is not built is said so", async () => {
  const folder = scratchFolder();
  const server = await startServer({
    casePath: await caseOf(folder, smallLines),
    port: 0,
    token,
    pageFolder: join(folder, "none"),
  });
  const { status, text } = await callServer(new URL(server.url).origin, "GET /");
  await server.close();
  expect([status, text]).toEqual([503, expect.stringContaining("npm run build")]);
});
