import { expect, test } from "vitest";
import { formatById } from "../../src/formats/list.ts";
import { scratchFolder, smallCase } from "./small-case.ts";

const opened = await smallCase(scratchFolder());

test("a path is asked by name, and its question comes back with ids", () => {
  const answer = opened.path({ from: "Registrar", to: "Bolt" });
  expect(answer.question).toMatchObject({ from: ["registrar"], to: ["bolt"], kind: "shortest" });
  expect(answer.paths[0]?.entities.map(({ id }) => id)).toEqual(["registrar", "ada", "bolt"]);
  expect(answer.paths[0]?.standing).toBe("stated");
});

test("a standing keeps contested links out of the walk", () => {
  expect(opened.path({ from: "Cyr", to: "Bolt" }).paths[0]?.standing).toBe("contested");
  expect(opened.path({ from: "Cyr", to: "Bolt", standing: "stated" }).count).toBe(0);
});

test("without a source, standing is computed from the rest", () => {
  expect(opened.path({ from: "Ada", to: "Bolt" }).paths[0]?.standing).toBe("corroborated");
  expect(opened.path({ from: "Ada", to: "Bolt", notSources: ["Ledger"] }).paths[0]?.standing).toBe("stated");
});

test("an answer follows a change of the case", async () => {
  const other = await smallCase(scratchFolder());
  expect(other.path({ from: "place:Twin", to: "Ada" }).count).toBe(0);
  other.record({ subject: "Ada", relation: "owns", object: "place:Twin", stance: "asserts", source: "Ledger" });
  expect(other.path({ from: "place:Twin", to: "Ada" }).count).toBe(1);
  other.close();
});

test("what a question may not say is refused in one line that names what it may", () => {
  const path = (more: object) => () => opened.path({ from: "Ada", to: "Bolt", ...more });
  expect(path({ standing: "sure" })).toThrow('standing: wanted corroborated, stated, alleged, contested, denied, got "sure"');
  expect(path({ direction: "up" })).toThrow(/any, forward, backward/);
  expect(path({ kind: "longest" })).toThrow(/kind: wanted shortest/);
  expect(path({ maxHops: 1.5 })).toThrow(/whole number/);
  expect(path({ limit: 0 })).toThrow(/whole number from 1/);
  expect(path({ relations: ["chraged"] })).toThrow(/near: .*charged/);
  expect(path({ notSources: ["Leger"] })).toThrow(/"Ledger" \(id "s2"\)/);
});

test("links tell who says what", () => {
  expect(opened.links({ stance: "denies" }).links.map(({ link }) => link.id)).toEqual(["cyr>funds>bolt"]);
  expect(opened.links({ relations: ["charged"] }).links[0]?.claims[0]).toMatchObject({ note: "fraud", sourceTitle: "Briefing" });
  expect(opened.links({ standing: "contested" }).count).toBe(1);
  expect(opened.links({ of: "Registrar" }).count).toBe(1);
  expect(opened.links({ limit: 1 })).toMatchObject({ count: 3, complete: false });
});

test("a link shows both sides and its reason in words", () => {
  const { claims, reason } = opened.link("cyr>funds>bolt");
  expect(claims.map(({ stance, speakerName }) => [stance, speakerName])).toEqual([
    ["alleges", "Ada Löw"],
    ["denies", "Cyr"],
  ]);
  expect(reason).toMatch(/Ada Löw.*Cyr/s);
});

test("an entity shows its links by relation and side, its figures and its sources", () => {
  const view = opened.show("Bolt");
  expect(view.groups.map(({ side, relation }) => `${side} ${relation}`).sort()).toEqual(["in funds", "in owns"]);
  expect(view.attributes.map(({ value, approximate }) => [value, approximate])).toEqual([[10_000, true]]);
  expect(view.sources.map(({ title }) => title)).toEqual(["Briefing", "Ledger"]);
  expect(opened.show("Cyr").groups[0]?.links[0]?.figures.join()).toContain("about 10,000");
});

test("who speaks on a link between others is named there", () => {
  expect(opened.show("Ada").mentions).toMatchObject([{ role: "speaker", link: { id: "cyr>funds>bolt" } }]);
});

test("a path goes out with its links, their claims and everything those name", async () => {
  const scope = { kind: "path", question: opened.question({ ask: "path", from: "Cyr", to: "Bolt" }) } as const;
  const made = opened.exportAs({ format: "clew-jsonl", scope });
  const lines = [...made.chunks]
    .join("")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const ids = (kind: string) =>
    lines
      .filter((line) => line.kind === kind)
      .map(({ id }) => id)
      .sort();
  expect(ids("entity")).toEqual(["ada", "bolt", "cyr"]);
  expect(ids("claim")).toEqual(["c4", "c5", "c6"]);
  expect(ids("source")).toEqual(["s1"]);
});

test("a case written as Clew JSON lines and read again is the same to the byte", async () => {
  const write = (from: typeof opened) =>
    [...from.exportAs({ format: "clew-jsonl" }).chunks]
      .join("")
      .split("\n")
      .filter((line) => !/"kind":"history"|"clew":1/.test(line))
      .join("\n");
  const { newCase } = await import("./small-case.ts");
  const copy = newCase(scratchFolder());
  await copy.import([
    { name: "copy.clew.jsonl", bytes: new TextEncoder().encode([...opened.exportAs({ format: "clew-jsonl" }).chunks].join("")) },
  ]);
  expect(write(copy)).toBe(write(opened));
  expect(copy.check()).toEqual([]);
  copy.close();
});

test("every format that writes gives a file with a name, and says what it loses", () => {
  for (const id of ["clew-jsonl", "csv", "gexf", "graphml", "node-link"]) {
    const made = opened.exportAs({ format: id });
    expect([...made.chunks].join("").length).toBeGreaterThan(100);
    expect(made.filename.endsWith(formatById(id).extensions[0] ?? "?")).toBe(true);
    expect(made.losses.length > 0).toBe(id !== "clew-jsonl");
  }
  expect(opened.exportAs({ format: "csv", part: "claims" }).filename).toMatch(/-claims\.csv$/);
  expect(() => opened.exportAs({ format: "csv", formulas: "some" })).toThrow(/formulas: wanted guarded, exact/);
  expect(() => opened.exportAs({ format: "csv", part: "rows" })).toThrow(/part: wanted entities, links, claims/);
});

test("the graph of a large case holds its most linked entities and says that it is a part", () => {
  const part = opened.graph(2);
  expect(part.whole).toBe(false);
  expect(part.entities.map(({ id }) => id)).toEqual(["ada", "bolt"]);
  expect(part.links.map(({ id }) => id)).toEqual(["ada>owns>bolt"]);
  expect(opened.graph()).toMatchObject({ whole: true, total: { entities: 6, links: 3 } });
});

test("a quote that is recorded must stand in its source", () => {
  const draft = { subject: "Ada", relation: "owns", object: "Cyr", stance: "asserts", source: "Ledger" };
  expect(() => opened.record({ ...draft, citation: { quote: "Ada owns Cyr" } })).toThrow(/words that stand in "Ledger"/);
});

test("contested links and suggestions of sameness are listed to look at", async () => {
  const other = await smallCase(scratchFolder());
  other.judge({ a: "person:Twin", b: "place:Twin", verdict: "unsure" });
  expect(other.view().toLookAt.map(({ kind }) => kind)).toEqual(["contested", "same"]);
  other.close();
});
