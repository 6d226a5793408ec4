import { expect, test } from "vitest";
import { policyHeaders } from "../../../src/server/security/page-policy.ts";
import { rawAnswer, serving, statusOf, token } from "../serving.ts";

const served = await serving();
const { port } = served;
const own = `127.0.0.1:${port}`;

function request(start: string, headers: readonly string[]): string {
  return [start, `Authorization: Bearer ${token}`, "Connection: close", ...headers, "", ""].join("\r\n");
}

/** With the right token, so that only the headers given decide. */
async function asked(headers: readonly string[], start = "GET /api/case HTTP/1.1"): Promise<string> {
  return rawAnswer(port, request(start, headers));
}

test("the server's own names are answered", async () => {
  for (const host of [own, `localhost:${port}`]) expect(statusOf(await asked([`Host: ${host}`]))).toBe(200);
});

const hostile: readonly string[] = [
  ...["evil.example", `evil.example:${port}`, "127.0.0.1", "localhost", `127.0.0.1:${port + 1}`, `localhost:${port}0`],
  ...["", " ", `127.0.0.1:${port}.evil.example`, `evil.example#127.0.0.1:${port}`, `evil.example/127.0.0.1:${port}`],
  ...[`127.0.0.1:${port}@evil.example`, `evil.example@127.0.0.1:${port}`, `user:pass@127.0.0.1:${port}`],
  ...[
    `127.1:${port}`,
    `127.0.1:${port}`,
    `2130706433:${port}`,
    `0x7f000001:${port}`,
    `017700000001:${port}`,
    `0177.0.0.1:${port}`,
  ],
  ...[`0.0.0.0:${port}`, `127.0.0.2:${port}`, `[::1]:${port}`, `[::ffff:127.0.0.1]:${port}`, `[::]:${port}`, `::1:${port}`],
  ...[`LOCALHOST:${port}`, `localhost.:${port}`, `127.0.0.1.:${port}`, `localhost.localdomain:${port}`, `sub.localhost:${port}`],
  ...[`127.0.0.1:0${port}`, `127.0.0.1:+${port}`, `127.0.0.1: ${port}`, `127.0.0.1 :${port}`, `http://127.0.0.1:${port}`],
  ...[
    `127.0.0.1.nip.io:${port}`,
    `localtest.me:${port}`,
    `xn--localhost:${port}`,
    `127.0.0.1%00:${port}`,
    `127.0.0.1:${port},evil.example`,
  ],
  ...[`127.0.0.1:${port} evil.example`, `\u00e9vil:${port}`, `127\u3002 0.0.1:${port}`, `"127.0.0.1:${port}"`],
];

test("there are at least forty hostile Hosts", () => {
  expect(new Set(hostile).size).toBeGreaterThanOrEqual(40);
});

for (const host of hostile)
  test(`Host ${JSON.stringify(host)} is refused`, async () => {
    const answer = await asked([`Host: ${host}`]);
    expect([400, 403]).toContain(statusOf(answer));
    expect(answer).not.toContain("Ada");
  });

test("a second Host, no Host, and an absolute address are refused", async () => {
  expect(statusOf(await asked([`Host: ${own}`, "Host: evil.example"]))).toBe(403);
  expect(statusOf(await asked(["Host: evil.example", `Host: ${own}`]))).toBe(403);
  expect(statusOf(await asked([]))).toBe(403);
  expect(statusOf(await asked([], "GET /api/case HTTP/1.0"))).toBe(403);
  expect(statusOf(await asked([`Host: ${own}`], "GET http://evil.example/api/case HTTP/1.1"))).toBe(400);
  expect(statusOf(await asked([`Host: ${own}`], `GET http://${own}/api/case HTTP/1.1`))).toBe(400);
  expect(statusOf(await asked([`Host: ${own}`, `X-Forwarded-Host: evil.example`]))).toBe(200);
});

test("another site's requests are refused, whichever header says so", async () => {
  const sites: readonly (readonly string[])[] = [
    ["Sec-Fetch-Site: cross-site"],
    ["Sec-Fetch-Site: same-site"],
    ["Sec-Fetch-Site: nonsense"],
    ["Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"],
    ["Origin: null"],
    ["Origin: http://evil.example"],
    [`Origin: https://${own}`],
    [`Origin: http://127.0.0.1:${port + 1}`],
    [`Origin: http://localhost:${port}`],
    [`Origin: http://${own}/`],
    [`Origin: http://${own}`, "Origin: null"],
    ["Origin: "],
    ["Sec-Fetch-Site: same-origin", "Origin: null"],
    ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"],
    ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image"],
  ];
  for (const headers of sites) {
    for (const start of [
      "GET /api/case HTTP/1.1",
      "POST /api/undo HTTP/1.1",
      "OPTIONS /api/undo HTTP/1.1",
      "GET /api/health HTTP/1.1",
    ]) {
      const answer = await asked([`Host: ${own}`, ...headers], start);
      expect(statusOf(answer), `${start} ${headers.join(", ")}`).toBe(403);
      expect(answer.toLowerCase()).not.toContain("access-control-");
    }
  }
});

test("the page's own requests and those without a browser are answered", async () => {
  for (const headers of [
    ["Sec-Fetch-Site: same-origin", `Origin: http://${own}`],
    ["Sec-Fetch-Site: none"],
    [`Origin: http://${own}`],
  ])
    expect(statusOf(await asked([`Host: ${own}`, ...headers]))).toBe(200);
});

test("a link on another site may lead to the page, but to no image, frame or script of it", async () => {
  const from = (mode: string, dest: string) => [
    "Sec-Fetch-Site: cross-site",
    `Sec-Fetch-Mode: ${mode}`,
    `Sec-Fetch-Dest: ${dest}`,
  ];
  const page = "GET / HTTP/1.1";
  expect(statusOf(await asked([`Host: ${own}`, ...from("navigate", "document")], page))).toBe(200);
  for (const [mode, dest] of [
    ["navigate", "iframe"],
    ["no-cors", "script"],
    ["no-cors", "image"],
    ["cors", "empty"],
    ["websocket", "empty"],
  ] as const)
    expect(statusOf(await asked([`Host: ${own}`, ...from(mode, dest)], page)), dest).toBe(403);
  expect(statusOf(await asked([`Host: ${own}`, ...from("navigate", "document")], "POST / HTTP/1.1"))).toBe(403);
});

test("refusals carry the headers of every answer, also those of what is no request at all", async () => {
  const refused = [
    await asked(["Host: evil.example"]),
    await asked([`Host: ${own}`, "Origin: null"]),
    await rawAnswer(port, "NONSENSE\r\n\r\n"),
    await rawAnswer(port, `GET /${"a".repeat(200_000)} HTTP/1.1\r\nHost: ${own}\r\n\r\n`),
    await rawAnswer(port, `POST /api/path HTTP/1.1\r\nHost: ${own}\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`),
  ];
  expect(refused.map(statusOf)).toEqual([403, 403, 400, 431, 400]);
  for (const answer of refused)
    for (const [name, value] of Object.entries(policyHeaders)) expect(answer).toContain(`${name}: ${value}\r\n`);
});

test("a second server's page on this machine is another site", async () => {
  const other = await serving();
  const answer = await served.call("POST /api/undo", {
    headers: { Origin: other.origin, "Sec-Fetch-Site": "same-site", Authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(403);
});

test("nothing of all this was logged", () => {
  expect(served.logged).toEqual([]);
});
