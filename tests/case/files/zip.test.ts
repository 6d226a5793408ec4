import { gzipSync } from "node:zlib";
import { type Zippable, zipSync } from "fflate";
import { expect, test } from "vitest";
import { problemLines } from "../../formats/read-all.ts";
import { namesIn, readFiles } from "./read-files.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const edges = bytes("source,target\na,b\n");

function zipped(files: Zippable): { name: string; bytes: Uint8Array } {
  return { name: "data.zip", bytes: zipSync(files) };
}

test("the files of a zip are files of one import, gzipped ones among them; what nothing reads is left out and told", async () => {
  const zip = zipped({
    "read me.txt": bytes("Hello."),
    "in/links.csv": edges,
    "in/more.csv.gz": gzipSync("source,target\nb,c\n"),
    "__MACOSX/in/._links.csv": bytes("junk"),
    ".DS_Store": bytes("junk"),
  });
  const read = await readFiles([zip, { name: "last.csv", bytes: bytes("source,target\nc,d\n") }]);
  expect(read.map(({ file, records }) => [file, namesIn(records)])).toEqual([
    ["data.zip/read me.txt", []],
    ["data.zip/in/links.csv", ["a", "b"]],
    ["data.zip/in/more.csv.gz", ["b", "c"]],
    ["last.csv", ["c", "d"]],
  ]);
  expect(problemLines(read[0]!.records)).toEqual(["the file: unread-file, dropped"]);
});

test("files that are stored rather than packed are read alike", async () => {
  const [file] = await readFiles([zipped({ "links.csv": [edges, { level: 0 }] })]);
  expect(namesIn(file!.records)).toEqual(["a", "b"]);
});

test("names in a zip are texts, never paths", async () => {
  const names = ["../../etc/passwd.csv", "/root/x.csv", "C:\\x.csv", "__proto__.csv", "a\u0000b\n.csv"];
  const read = await readFiles([zipped(Object.fromEntries(names.map((name, n) => [name, bytes(`source,target\na${n},b\n`)])))]);
  expect(read.map(({ file }) => file)).toEqual([...names.slice(0, -1), "a\uFFFDb\uFFFD.csv"].map((name) => `data.zip/${name}`));
});

const refused: readonly (readonly [what: string, zip: () => { name: string; bytes: Uint8Array }, message: RegExp])[] = [
  [
    "a zip within it",
    () => zipped({ "more.zip": zipSync({ "links.csv": edges }) }),
    /more\.zip: wanted files in a zip, got another zip/,
  ],
  ["nothing in it", () => zipped({}), /wanted files in the zip, got none/],
  ["nothing that is read", () => zipped({ "a.jpg": bytes("Hello.") }), /wanted a file that Clew reads in the zip, got none/],
  ["a password", () => changed(8, 1), /wanted a zip that is not encrypted, got one that is/],
  ["another way of packing", () => changed(10, 12), /wanted files that are stored or deflated, got method 12/],
  ["other bytes than its sum says", () => changed(16, 0x55), /wanted a whole zip, got one that is cut or damaged/],
  ["more bytes than its directory says", () => changed(24, 3), /wanted a whole zip, got one that is cut or damaged/],
  [
    "more files than are good",
    () => zipped(Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`${n}.csv`, [edges, { level: 0 }]]))),
    /wanted a zip of at most 10000 files, got 10001/,
  ],
  [
    "a bomb in it",
    () => zipped({ "bomb.csv": new Uint8Array(20 * 1024 ** 2) }),
    /wanted a zip that unpacks to at most 2 GiB and 200 times its size, got more/,
  ],
  [
    "bombs in it that are gzipped",
    () => zipped({ "bomb.csv.gz": gzipSync(new Uint8Array(20 * 1024 ** 2)) }),
    /times its size, got more/,
  ],
];

test.each(refused)("a zip with %s is refused in one line", async (_, zip, message) => {
  await expect(readFiles([zip()])).rejects.toThrow(message);
});

test("a zip that is cut anywhere is never taken for whole", async () => {
  const { name, bytes: whole } = zipped({ "links.csv": edges, "more.csv": edges });
  for (let length = 4; length < whole.length; length++)
    await expect(readFiles([{ name, bytes: whole.subarray(0, length) }])).rejects.toThrow(/^data\.zip: wanted /);
});

test("a gzipped bomb is refused while it unpacks", async () => {
  const bomb = { name: "bomb.csv.gz", bytes: gzipSync(Buffer.concat([edges, new Uint8Array(64 * 1024 ** 2)])) };
  await expect(readFiles([bomb])).rejects.toThrow(
    "bomb.csv.gz: wanted a gzipped file that unpacks to at most 2 GiB and 200 times",
  );
});

/** A zip of one file, with another number at a place of its entry in the directory. */
function changed(field: number, value: number): { name: string; bytes: Uint8Array } {
  const zip = zipped({ "links.csv": edges });
  const directory = Buffer.from(zip.bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  zip.bytes[directory + field] = value;
  return zip;
}
