import { describe, expect, it } from "vitest";
import { BadInput } from "../../../src/base/problem.ts";
import { clewJsonlFormat } from "../../../src/formats/clew-jsonl/clew-jsonl-format.ts";
import type { ExportContent, ReadRecord } from "../../../src/formats/format.ts";
import { takenForComplete } from "../format-conformance.ts";
import { hostileContent } from "../hostile-content.ts";
import { ofKind, problemLines, readAll } from "../read-all.ts";

const read = (text: string) => readAll(clewJsonlFormat, text, { file: "case.clew.jsonl" });
const write = (content: ExportContent) => [...clewJsonlFormat.writer!.write(content, "case")].join("");

const header = '{"clew":1,"name":"by-hand"}';
const briefing = '{"kind":"source","id":"s","title":"Briefing","text":"The SDF holds them. Them again, them."}';
const claim = (citation: string) =>
  `{"kind":"claim","claim":"link","subject":"sdf","relation":"holds","object":"fighters","stance":"asserts","source":"s","citation":${citation}}`;
const byHand = (...lines: readonly string[]) => read([header, briefing, ...lines].join("\n"));

/** The content that the records make up: what was written, if nothing was lost. */
function contentOf(records: readonly ReadRecord[], like: ExportContent): ExportContent {
  const reasons = new Map(ofKind(records, "withdrawn").map(({ claim: id, reason }) => [id, reason]));
  const claims = ofKind(records, "claim").map((record) => record.claim);
  return {
    ...like,
    added: {
      types: ofKind(records, "type").map(({ type }) => type),
      relations: ofKind(records, "relation").map(({ relation }) => relation),
      properties: ofKind(records, "property").map(({ property }) => property),
    },
    entities: ofKind(records, "entity").map(({ entity }) => entity),
    sources: ofKind(records, "source").map(({ source }) => source),
    claims: claims.filter(({ id }) => !reasons.has(id)),
    withdrawn: claims.filter(({ id }) => reasons.has(id)).map((each) => ({ claim: each, reason: reasons.get(each.id)! })),
    judgements: ofKind(records, "judgement").map(({ judgement }) => judgement),
    charts: ofKind(records, "chart").map(({ chart }) => chart),
    questions: ofKind(records, "question").map(({ question }) => question),
    history: ofKind(records, "history").map(({ entry }) => entry),
  };
}

describe("Clew JSON lines", () => {
  it("carry everything: what is written, read and written again is the same to the byte", async () => {
    const content = hostileContent();
    const records = await read(write(content));
    expect(problemLines(records)).toEqual([]);
    expect(contentOf(records, content)).toEqual(content);
    expect(write(contentOf(records, content))).toBe(write(content));
  });

  it("put a claim after the one it relays, whatever the order they come in", () => {
    const content = hostileContent(["a", "b", "c"]);
    const [first, ...others] = content.claims;
    const echo = { ...first!, relays: others[0]!.id };
    const lines = write({ ...content, claims: [echo, ...others] }).split("\n");
    const place = (id: string) => lines.findIndex((line) => line.startsWith(`{"kind":"claim"`) && line.includes(`"id":"${id}"`));
    expect(place(others[0]!.id)).toBeLessThan(place(echo.id));
  });

  it("never take a cut file for a complete one, wherever it is cut", async () => {
    const text = write(hostileContent(["a", "b"]));
    expect(await takenForComplete(clewJsonlFormat, text)).toBe(true);
    expect(await takenForComplete(clewJsonlFormat, text.trimEnd())).toBe(true);
    for (let length = text.length - 2; length >= 0; length -= 3) {
      expect(await takenForComplete(clewJsonlFormat, text.slice(0, length))).toBe(false);
    }
  });

  it("refuse a file without the first line, and one of a newer Clew", async () => {
    await expect(read('{"kind":"entity"}')).rejects.toThrow(BadInput);
    await expect(read('{"clew":2}')).rejects.toThrow(
      new BadInput("case.clew.jsonl: wanted version 1 of Clew JSON lines, got version 2"),
    );
  });

  it("report a broken line with its number and read the rest", async () => {
    const records = await byHand(
      "{oops",
      '{"kind":"entity","id":"a","type":"person","name":"A"}',
      '{"kind":"dance"}',
      '{"kind":"entity","id":""}',
    );
    expect(problemLines(records)).toEqual([
      "line 3: not-json, dropped",
      "line 5: invalid-record, dropped",
      "line 6: invalid-record, dropped",
    ]);
    expect(ofKind(records, "entity")).toHaveLength(1);
  });
});

describe("Clew JSON lines written by hand", () => {
  it("leave out what has a default", async () => {
    const records = await byHand('{"kind":"entity","id":"sdf","type":"organization","name":"SDF"}', claim("null"));
    expect(ofKind(records, "entity")[0]!.entity).toEqual({
      id: "sdf",
      type: "organization",
      name: "SDF",
      aliases: [],
      description: "",
      placeholder: false,
    });
    expect(ofKind(records, "claim")[0]!.claim).toMatchObject({
      speaker: null,
      note: "",
      attributes: [],
      origin: { kind: "imported", file: "case.clew.jsonl", row: 4 },
      recordedBy: "tester",
      recordedAt: "2024-03-25T10:00:00Z",
    });
  });

  it("give the same claim the same id every time, and two alike two ids", async () => {
    const [one, two] = ofKind(await byHand(claim("null"), claim("null")), "claim").map((record) => record.claim.id);
    const [again] = ofKind(await byHand("", "", claim("null")), "claim").map((record) => record.claim.id);
    expect(again).toBe(one);
    expect(two).toBe(`${one}-2`);
  });

  it("cite with the words alone: their place is found in the source's text", async () => {
    const records = await byHand(claim('{"quote":"holds them"}'));
    expect(ofKind(records, "claim")[0]!.claim.citation).toEqual({ kind: "quote", quote: "holds them", start: 8, end: 18 });
  });

  it.each([
    ["that stand nowhere in the text", '{"quote":"frees them"}', "line 3: quote-not-found, dropped"],
    ["that stand there twice", '{"quote":"them"}', "line 3: quote-repeated, dropped"],
    ["that stand elsewhere than it says", '{"quote":"holds","start":3}', "line 3: quote-not-found, dropped"],
  ])("are a problem where they cite words %s", async (_, citation, problem) => {
    const records = await byHand(claim(citation));
    expect(problemLines(records)).toEqual([problem]);
    expect(ofKind(records, "claim")).toEqual([]);
  });
});
