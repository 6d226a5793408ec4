import { zipSync } from "fflate";
import { expect, test } from "vitest";
import type { ImportPreview } from "../../src/case/preview-views.ts";
import type { ImportReport } from "../../src/case/views.ts";
import { importPreview } from "../../src/server/schemas/imports.ts";
import { bytes } from "../case/small-case.ts";
import { serving, token } from "./serving.ts";

const served = await serving({ limits: { heldBytes: 64 } });

type Part = readonly [name: string, content: string | Uint8Array];

async function send(path: string, files: readonly Part[], options?: object | string) {
  const form = new FormData();
  for (const [name, content] of files) form.append("file", new Blob([content as BlobPart]), name);
  if (options !== undefined) form.append("options", typeof options === "string" ? options : JSON.stringify(options));
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(served.origin + path, { method: "POST", body: form, headers });
  return { status: response.status, json: (await response.json()) as unknown };
}

const nodes = "id,name,type\n1,Ada Löw,person\n2,Bolt,organization\n";
const edges = "source,target,type\n1,2,owns\n2,3,owns\n";

test("several files in one body are one import, in memory and on disk", async () => {
  const { status, json } = await send("/api/import", [
    ["nodes.csv", nodes],
    ['odd "name"\n.csv', edges],
  ]);
  expect(status).toBe(200);
  expect((json as ImportReport).entities.added).toBe(3);
  expect((await served.call("GET /api/events", {})).status).toBe(200);
  const { json: entity } = await served.call("GET /api/entity?id=1");
  expect(entity).toMatchObject({ entity: { name: "Ada Löw" }, groups: [{ relation: "owns" }] });
});

test("a preview says what the import would give, and changes nothing", async () => {
  const before = await served.call("GET /api/case");
  const { status, json } = await send("/api/import/preview", [
    ["people.csv", "id,name\n7,Cyr\n8,Dan\n"],
    ["bad.csv", ""],
    ["data.zip", zipSync({ "links.csv": bytes("source;target\n7;8\n"), "picture.jpg": bytes("\u0000\u0001") })],
  ]);
  expect(status).toBe(200);
  expect(importPreview.safeParse(json).error).toBeUndefined();
  const { files, total } = json as ImportPreview;
  expect(files.map(({ file, refused }) => [file, refused?.does ?? null])).toEqual([
    ["people.csv", null],
    ["bad.csv", "refuse"],
    ["data.zip/links.csv", null],
    ["data.zip/picture.jpg", "left-out"],
  ]);
  expect(files[0]).toMatchObject({ format: { id: "csv" }, encoding: { name: "utf-8", by: "default" } });
  expect(files[0]?.table?.columns).toEqual([
    { name: "id", examples: ["7", "8"] },
    { name: "name", examples: ["Cyr", "Dan"] },
  ]);
  expect(total.entities).toEqual({ count: 2, exact: true });
  expect((await served.call("GET /api/case")).text).toBe(before.text);
});

test("of a file that is cut only the least is said, and its end is no fault", async () => {
  const whole = bytes(`source,target\n${"é,b\n".repeat(10)}`);
  const { json } = await send("/api/import/preview", [["long.csv", whole.subarray(0, 15)]], { cut: ["long.csv"] });
  const [file] = (json as ImportPreview).files;
  expect(file).toMatchObject({ refused: null, encoding: { by: "default" }, counts: { entities: { exact: false } } });
});

test("options go with the files; a mapping with the file that it names", async () => {
  const table = "a;b\nx;y\n";
  const { json } = await send("/api/import/preview", [["t.csv", table]], { format: "csv", encoding: "utf-8" });
  const { mapping } = (json as ImportPreview).files[0]!.table!;
  const columns = [
    { name: "a", several: false, as: "source", by: "id", type: "", space: "", relation: "" },
    { name: "b", several: false, as: "target", by: "id", type: "person", space: "", relation: "" },
  ];
  const mappings = { "t.csv": { ...mapping, header: "first-row", role: "links", relation: "funds", columns } };
  const edited = (await send("/api/import/preview", [["t.csv", table]], { mappings })).json as ImportPreview;
  expect(edited.files[0]?.first.links).toEqual([{ from: "x", relation: "funds", to: "y", names: { from: "x", to: "y" } }]);
  expect((await send("/api/import", [["t.csv", table]], { mappings })).json).toMatchObject({ links: { added: 1 } });
});

test.each([
  ["options: wanted one JSON object, got another text", [["a.csv", edges]], "[1]"],
  ["options: wanted one JSON object, got another text", [["a.csv", edges]], "{"],
  ['request: wanted only known fields, got "formt"', [["a.csv", edges]], { formt: "csv" }],
  ["strict: wanted true or false, got 1", [["a.csv", edges]], { strict: 1 }],
  ["body: wanted a part file, got none", [], {}],
  ["mapping of a.csv", [["a.csv", edges]], { mappings: { "a.csv": { version: 2 } } }],
  ["ids: wanted a name", [["a.csv", edges]], { ids: "a@b" }],
] as const)("a body that makes no sense is refused in one line: %s", async (message, files, options) => {
  const { status, json } = await send("/api/import/preview", files, options);
  expect([status, json]).toEqual([400, { error: expect.stringContaining(message), candidates: expect.any(Array) }]);
});

test("a body of parts that is cut is refused", async () => {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "multipart/form-data; boundary=xx" };
  const whole = '--xx\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nsource,target\na,b\n\r\n--xx--\r\n';
  for (const length of [0, 4, 30, 75, 90, whole.length - 5]) {
    const answer = await served.call("POST /api/import", { headers, body: bytes(whole.slice(0, length)) });
    expect([length, answer.status], answer.text).toEqual([length, 400]);
  }
  expect((await served.call("POST /api/import", { headers, body: bytes(whole) })).status).toBe(200);
});
