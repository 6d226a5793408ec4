import { expect, test } from "vitest";
import type { BearingAnswer, CommonAnswer, ConnectAnswer, PathAnswer, PatternAnswer } from "../../src/query/answer.ts";
import type { Ask } from "../../src/query/question-field.ts";
import { questionAnswers } from "../../src/server/schemas/question-answers.ts";
import { jsonLines, smallLines } from "../case/small-case.ts";
import { clew, workplace } from "./run-clew.ts";

const { path, put } = workplace();
const small = path("small.clew");
put("small.clew.jsonl", jsonLines(smallLines));

/** One object of the shape that the description of the interface gives. */
function answerOf<T>(ask: Ask, ...args: readonly string[]): { readonly code: number | null; readonly answer: T } {
  const { code, out, err } = clew(ask, small, ...args, "--json");
  expect(err).toBe("");
  return { code, answer: questionAnswers[ask].parse(JSON.parse(out)) as T };
}

test("every option of path arrives in the question under its field", () => {
  const { code, answer } = answerOf<PathAnswer>(
    "path",
    ...["person:*", "Bolt", "--to", "registrar", "--to-type", "place", "--from-type", "group"],
    ...["--kind", "simple", "--k", "3", "--by", "weight", "--apart", "links", "--max-hops", "4", "--limit", "7"],
    ...["--budget", "2000", "--via", "Registrar", "--via-ordered", "--avoid", "place:Twin", "--type", "person,organization"],
    ...["--not-type", "event", "--max-degree", "9", "--standing", "alleged", "--include-denied", "--direction", "forward"],
    ...["--relation", "owns,funds", "--not-relation", "charged", "--family", "property", "--not-family", "place"],
    ...["--origins", "1", "--source", "Briefing", "--not-source", "Ledger", "--speaker", "Ada", "--not-speaker", "Cyr"],
    ...["--reliability", "B", "--credibility", "2", "--quoted", "--no-echoes", "--sources-differ", "--at", "2024"],
    ...["--during", "2018/2025", "--said", "2024-03", "--certain", "--undated", "out", "--time-order", "forward"],
    ...["--max-gap", "2w"],
  );
  expect(code).toBe(1);
  expect(answer.question).toEqual({
    ...{ ask: "path", from: [], fromTypes: ["person", "group"], to: ["bolt", "registrar"], toTypes: ["place"] },
    ...{ kind: "simple", k: 3, by: "weight", apart: "links", maxHops: 4, limit: 7, budgetMs: 2000 },
    ...{ via: ["registrar"], viaOrdered: true, avoid: ["bolt-town"], types: ["person", "organization"], notTypes: ["event"] },
    ...{ maxDegree: 9, standing: "alleged", includeDenied: true, direction: "forward", relations: ["owns", "funds"] },
    ...{ notRelations: ["charged"], families: ["property"], notFamilies: ["place"], origins: 1, sources: ["s1"] },
    ...{ notSources: ["s2"], speakers: ["ada"], notSpeakers: ["cyr"], reliability: "B", credibility: 2, quoted: true },
    ...{ noEchoes: true, notClaims: [], sourcesAlong: "different", at: "2024", during: "2018/2025", said: "2024-03" },
    ...{ certain: true, undated: "out", timeOrder: "forward", maxGap: 14 },
  });
});

test("paths of other kinds say what they were measured by", () => {
  const { answer } = answerOf<PathAnswer>("path", "Cyr", "Ada", "--kind", "k-shortest", "--k", "2");
  expect(answer).toMatchObject({ count: 1, complete: true, stop: "exhausted" });
  expect(clew("path", small, "Cyr", "Ada", "--kind", "simple").out).toMatch(/contested/);
});

test("connect: the network that joins several entities, what was added, and what cannot be joined", () => {
  const { code, answer } = answerOf<ConnectAnswer>("connect", "Registrar", "Cyr", "place:Twin");
  expect(code).toBe(0);
  expect(answer).toMatchObject({
    added: ["ada", "bolt"],
    fragments: [["cyr", "registrar"], ["bolt-town"]],
    standing: "contested",
  });
  const { out } = clew("connect", small, "Registrar", "Cyr", "place:Twin");
  expect(out.split("\n").slice(0, 5)).toEqual([
    answer.sentence,
    "Added: Ada Löw, Bolt",
    "Not joined with one another:",
    "  Cyr, Registrar",
    "  Twin",
  ]);
  expect(out).toMatch(/ {2}Cyr -≠- funds -≠-▶ Bolt {2}contested\n {6}Ada Löw alleges: “Cyr funds Bolt”/);
  expect(clew("connect", small, "Ada", "place:Twin").code).toBe(1);
  expect(clew("connect", small, "Ada", "ada").err).toMatch(/connect: wanted at least two different entities, got 1/);
});

test("common: what several entities have in common, with the words behind each link", () => {
  const { code, answer } = answerOf<CommonAnswer>("common", "Ada", "Cyr");
  expect(code).toBe(0);
  expect(answer.common).toMatchObject([{ id: "bolt", reaches: 2 }]);
  const { out } = clew("common", small, "Ada", "Cyr");
  expect(out).toMatch(/^Bolt {2}organization {2}2 of 2\n/);
  expect(out).toMatch(/Ada Löw ══ owns ══▶ Bolt {2}corroborated\n.*“Ada owns Bolt”/);
  expect(clew("common", small, "Ada", "place:Twin")).toMatchObject({ code: 1, out: "Nothing in common.\n" });
});

test("bearing: what alone carries the link, each part under its title", () => {
  const { code, answer } = answerOf<BearingAnswer>("bearing", "Registrar", "Bolt");
  expect(code).toBe(0);
  expect(answer.linked).toBe(true);
  expect(answer.sources.map(({ id }) => id)).toEqual(["s1"]);
  expect(answer.claims.map(({ id }) => id)).toEqual(["c3"]);
  expect(answer.links.map(({ id }) => id)).toEqual(["ada>owns>bolt", "registrar>charged>ada"]);
  expect(answer.entities.map(({ id }) => id)).toEqual(["ada"]);
  const { out } = clew("bearing", small, "Registrar", "Bolt");
  expect(out.split("\n")[0]).toBe(answer.sentence);
  expect(out).toMatch(/Sources, each of which alone carries it:\n {2}Briefing\n/);
  expect(out).toMatch(
    /Claims, .*\n {2}Briefing asserts: “The registrar charged Ada with fraud”.*Registrar —— charged ——▶ Ada Löw/,
  );
  expect(out).toMatch(/Links, .*\n {2}Ada Löw ══ owns ══▶ Bolt {2}corroborated\n/);
  expect(out).toMatch(/Entities, .*\n {2}Ada Löw {2}person\n/);
  expect(clew("bearing", small, "Registrar", "place:Twin").code).toBe(1);
});

test("pattern: every way to fill it, and nothing is exit code 1", () => {
  const { code, answer } = answerOf<PatternAnswer>("pattern", "person -owns-> organization <-funds- person");
  expect(code).toBe(0);
  expect(answer.matches.map(({ entities }) => entities.map(({ id }) => id))).toEqual([["ada", "bolt", "cyr"]]);
  const { out } = clew("pattern", small, "person -owns-> Bolt");
  expect(out).toMatch(/^person: Ada Löw, Bolt: Bolt {2}corroborated\n/);
  expect(clew("pattern", small, "place -owns-> Bolt")).toMatchObject({ code: 1, out: "Nothing fits the pattern.\n" });
});

test("hubs that were not passed are named", () => {
  const { code, out } = clew("path", small, "Registrar", "Cyr", "--max-degree", "1");
  expect(code).toBe(1);
  expect(out).toMatch(/Not passed, for their many links: .*Ada Löw/);
});

test("a question is saved with its call, listed in words, asked again, and forgotten", () => {
  const own = path("own.clew");
  put("own.clew.jsonl", jsonLines(smallLines));
  expect(clew("questions", own)).toMatchObject({ code: 1, out: expect.stringMatching(/no saved question/) });
  const asked = clew("path", own, "Cyr", "Bolt", "--standing", "contested", "--save", "Who funds Bolt");
  expect([asked.code, asked.err]).toEqual([0, ""]);
  expect(clew("questions", own).out).toMatch(
    /^Who funds Bolt {2}Shortest paths from Cyr to Bolt, every link at least contested {2}/,
  );
  const again = clew("ask", own, "who funds bolt");
  expect([again.code, again.out]).toEqual([0, asked.out]);
  expect(JSON.parse(clew("ask", own, "who funds bolt", "--json").out)).toMatchObject({ question: { standing: "contested" } });
  const part = clew("export", own, "--format", "csv", "--part", "links", "--ask", "Who funds Bolt");
  expect(part.out.trim().split("\n")).toHaveLength(2);
  expect(clew("path", own, "Cyr", "Nobody", "--save", "x")).toMatchObject({ code: 2, out: "" });
  expect(clew("ask", own, "Who pays").err).toMatch(/^clew: question: wanted the id or name of a saved one, got "Who pays"/);
  expect(clew("questions", own, "--forget", "Who funds Bolt").code).toBe(0);
  expect(clew("ask", own, "Who funds Bolt").code).toBe(2);
});

test("the answer to a question goes out as a part: links, the claims behind them, and what those name", () => {
  const lines = (...args: string[]) => {
    const { out, code } = clew("export", small, "--format", "csv", "--part", "links", ...args);
    expect(code).toBe(0);
    return out.trim().split("\n").length - 1;
  };
  expect(lines("--around", "Bolt")).toBe(2);
  expect(lines("--around", "Bolt", "--relation", "owns")).toBe(1);
  expect(lines("--connect", "Registrar,Bolt")).toBe(2);
  expect(lines("--pattern", "person -funds-> *")).toBe(1);
  expect(lines("--path", "Registrar", "Bolt", "--max-hops", "2")).toBe(2);
});
