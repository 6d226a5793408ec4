import { expect, test } from "vitest";
import { problemLines } from "../../formats/read-all.ts";
import { namesIn, readFiles } from "./read-files.ts";

const latin = (text: string) => Buffer.from(text, "latin1");
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const swapped = (text: string) => utf16(text).swap16();
const mark = "\uFEFF";
const edges = "source,target\nZoë,Ödön\n";

async function read(bytes: Uint8Array, encoding?: string) {
  const [file] = await readFiles([{ name: "e.csv", bytes }], encoding === undefined ? {} : { encoding });
  return file!.records;
}

test.each([
  ["UTF-8", Buffer.from(edges), []],
  ["UTF-8 with a mark", Buffer.from(mark + edges), []],
  ["UTF-16 LE with a mark", utf16(mark + edges), []],
  ["UTF-16 BE with a mark", swapped(mark + edges), []],
  ["UTF-16 LE without one", utf16(edges), ["line 1: encoding, repaired"]],
  ["UTF-16 BE without one", swapped(edges), ["line 1: encoding, repaired"]],
  ["Windows-1252", latin(edges), ["line 2: encoding, repaired"]],
  ["CRLF", Buffer.from(edges.replaceAll("\n", "\r\n")), []],
  ["CR alone", Buffer.from(edges.replaceAll("\n", "\r")), []],
])("a file in %s is read as it is meant, and what is no UTF-8 is told", async (_, bytes, problems) => {
  const records = await read(bytes);
  expect(namesIn(records)).toEqual(["Zoë", "Ödön"]);
  expect(problemLines(records)).toEqual(problems);
});

test("the encoding that an XML declaration names is that of the file, and no repair", async () => {
  const xml = '<?xml version="1.0" encoding="ISO-8859-2"?>\n<graphml><graph><node id="Łódź"/></graph></graphml>';
  const bytes = Buffer.from([...xml].map((letter) => ({ Ł: 0xa3, ó: 0xf3, ź: 0xbc })[letter] ?? letter.charCodeAt(0)));
  const [file] = await readFiles([{ name: "g.graphml", bytes }]);
  expect(namesIn(file!.records)).toEqual(["Łódź"]);
  expect(problemLines(file!.records)).toEqual([]);
});

test("a declaration that names what nobody knows, or what the bytes are not, decides nothing", async () => {
  for (const name of ["x-none", "utf-16"]) {
    const xml = `<?xml version="1.0" encoding="${name}"?><graphml><graph><node id="Zoë"/></graph></graphml>`;
    const [file] = await readFiles([{ name: "g.graphml", bytes: Buffer.from(xml) }]);
    expect(namesIn(file!.records)).toEqual(["Zoë"]);
  }
});

test("Cyrillic words in one byte a letter are read as windows-1251", async () => {
  const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0) - 0x410 + 0xc0);
  const bytes = Buffer.from([...Buffer.from("source,target\n"), ...letters("Москва"), 44, ...letters("Казань"), 10]);
  const records = await read(bytes);
  expect(namesIn(records)).toEqual(["Москва", "Казань"]);
  expect(problemLines(records)).toEqual(["line 2: encoding, repaired"]);
});

test("a few broken places in what is UTF-8 stay places; the rest is UTF-8", async () => {
  const records = await read(
    Buffer.concat([Buffer.from("source,target\nZoë Łukasiewiczówna żółć,a"), latin("\xe9"), Buffer.from("\n")]),
  );
  expect(namesIn(records)).toEqual(["Zoë Łukasiewiczówna żółć", "a\uFFFD"]);
  expect(problemLines(records)).toEqual(["line 2: encoding, repaired"]);
});

test("a piece that ends within a character is none that is broken", async () => {
  const long = `source,target\n${Array.from({ length: 9000 }, (_, n) => `ü${n},€${n}\n`).join("")}`;
  for (const shift of ["", "x", "xx"]) {
    const records = await read(Buffer.from(long.replace("ü0", `ü${shift}0`)));
    expect(problemLines(records)).toEqual([]);
    expect(namesIn(records)).toHaveLength(18_000);
  }
});

test("the place is that of the first byte that is no UTF-8, in whatever piece it comes", async () => {
  const lines = Array.from({ length: 20_000 }, (_, n) => `a${n},b${n}\n`).join("");
  const records = await read(Buffer.concat([Buffer.from(`source,target\n${lines}`), latin("é,c\n")]));
  expect(problemLines(records)).toEqual(["line 20002: encoding, repaired"]);
  expect(namesIn(records)).toContain("é");
});

test("an encoding that is given is used, whatever the bytes look like; one that nobody knows is refused", async () => {
  expect(namesIn(await read(latin(edges), "iso-8859-1"))).toEqual(["Zoë", "Ödön"]);
  expect(problemLines(await read(latin(edges), "iso-8859-1"))).toEqual([]);
  await expect(read(latin(edges), "none")).rejects.toThrow(
    'encoding: wanted one such as utf-8, windows-1252 or utf-16le, got "none"',
  );
});
