import { expect, test } from "vitest";
import { xmlElements } from "../../src/formats/xml-elements.ts";

function read(text: string, size = 16): string[] {
  const seen: string[] = [];
  const xml = xmlElements("some.xml", {
    open: ({ name, attributes, line }) =>
      seen.push(`${line} <${name}${[...attributes].map(([key, value]) => ` ${key}=${value}`).join("")}>`),
    close: (name, said) => seen.push(`</${name}> ${JSON.stringify(said)}`),
  });
  for (let at = 0; at < text.length; at += size) xml.push(text.slice(at, at + size));
  xml.end();
  return seen;
}

test("elements by their local names, with the text that stands directly in them", () => {
  expect(read('<g xmlns:v="u">\n<v:a v:x="1" __proto__="2">one<!-- no --> <b/>&amp; <![CDATA[<two>]]></v:a></g>')).toEqual([
    "1 <g v=u>",
    "2 <a x=1 __proto__=2>",
    "2 <b>",
    '</b> ""',
    '</a> "one & <two>"',
    '</g> ""',
  ]);
});

test("the space between elements is no text: a list is as long as it is", () => {
  const list = read(`<list>${`${" ".repeat(2000)}<e/>`.repeat(1000)}</list>`, 64 * 1024);
  expect(list.at(-1)).toBe('</list> ""');
  expect(list.filter((line) => line === '</e> ""')).toHaveLength(1000);
});

test.each([
  ["<a><b></a>", "some.xml: wanted well-formed XML, got unexpected close tag in line 1"],
  ["<a>\n<b>", "some.xml: wanted well-formed XML, got unclosed tag: b in line 2"],
  ["", "some.xml: wanted well-formed XML, got document must contain a root element in line 1"],
  ["<a>&x;</a>", "some.xml: wanted well-formed XML, got undefined entity in line 1"],
  [
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<a>&x;</a>',
    "some.xml: wanted XML without a DOCTYPE, got one in line 1",
  ],
  ["<a>".repeat(257), "some.xml: wanted at most 256 elements within one another, got more in line 1"],
  [
    `<a${Array.from({ length: 1001 }, (_, at) => ` x${at}=""`).join("")}/>`,
    "some.xml: wanted at most 1000 attributes, got 1001 in line 1",
  ],
  [`<a x="${"x".repeat(1024 ** 2 + 1)}"/>`, "some.xml: wanted values of at most 1048576 characters, got a longer one in line 1"],
  [`<a>${"x".repeat(1024 ** 2 + 1)}</a>`, "some.xml: wanted texts of at most 1048576 characters, got a longer one in line 1"],
])("what cannot be read is refused in one line: %.40s", (text, message) => {
  expect(() => read(text, 65_536)).toThrow(message);
});

test("a tag, a text or a comment without end is refused before it fills the memory", () => {
  for (const begun of ["<a>", "<a x='", "<a><!--", "<a><![CDATA["]) {
    const xml = xmlElements("some.xml", { open: () => {}, close: () => {} });
    xml.push(begun);
    const piece = "x".repeat(1024 ** 2);
    expect(() => {
      for (let count = 0; count < 6; count++) xml.push(piece);
    }).toThrow("some.xml: wanted a tag, text or comment of at most 4194304 characters, got a longer one in line 1");
  }
});

test("a piece is as long as it is: elements in 6 MiB at once are read, a comment that goes on for more than 4 MiB is refused", () => {
  let count = 0;
  const xml = xmlElements("some.xml", { open: () => {}, close: () => count++ });
  const element = `<b>${"x".repeat(1000)}</b>`;
  const elements = Math.ceil((6 * 1024 ** 2) / element.length);
  xml.push(`<a>${element.repeat(elements)}`);
  xml.push(`${element.repeat(elements)}<!--`);
  expect(count).toBe(2 * elements);
  xml.push("x".repeat(4 * 1024 ** 2 - 4));
  expect(() => xml.push("xx")).toThrow("wanted a tag, text or comment of at most 4194304 characters");
});

test("depth costs what it costs, and no more: 100,000 levels are refused at once", () => {
  const started = performance.now();
  expect(() => read("<a>".repeat(100_000), 65_536)).toThrow("wanted at most 256 elements");
  expect(performance.now() - started).toBeLessThan(1000);
});
