import { describe, expect, it } from "vitest";
import { BadInput } from "../../src/base/problem.ts";
import type { LinkClaim } from "../../src/claims/claim.ts";
import type { ExportContent, Format, ReadRecord } from "../../src/formats/format.ts";
import { detectFormat } from "../../src/formats/list.ts";
import { hostileContent, hostileNames } from "./hostile-content.ts";
import { mutantsOf } from "./mutants.ts";
import { ofKind, readAll } from "./read-all.ts";
import type { Sample } from "./samples.ts";

export interface Expectations extends Sample {
  /** Node ids, in order, and ends of edges in a written text, by a parser that is not ours; null for parts that show none. */
  readonly graphOf?: ((text: string) => GraphOf) | undefined;
}

interface GraphOf {
  readonly nodes: readonly string[];
  readonly edges: readonly (readonly [from: string, to: string])[];
}

/** What every format owes, whatever it is: the same bytes, hostile names unharmed, damage noticed, nothing thrown but BadInput. */
export function formatConformance(format: Format, { part, sample, graphOf, ...expected }: Expectations = {}): void {
  const { reader, writer } = format;
  const written = sample ?? ((content: ExportContent) => [...writer!.write(content, part ?? writer!.parts[0]!)].join(""));

  describe(`${format.id}, as every format`, () => {
    it("has an id, extensions with their dot, and at least one part to write", () => {
      expect(format.id).toMatch(/^[a-z0-9-]+$/);
      expect(format.extensions.every((extension) => extension.startsWith("."))).toBe(true);
      if (writer !== null) expect(writer.parts.length).toBeGreaterThan(0);
    });

    it.runIf(writer !== null)("writes the same bytes for the same content, and leaves Object.prototype as it was", () => {
      const before = Object.getOwnPropertyNames(Object.prototype);
      for (const each of writer!.parts) {
        expect([...writer!.write(hostileContent(), each)].join("")).toBe([...writer!.write(hostileContent(), each)].join(""));
      }
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
      expect(Object.keys({})).toEqual([]);
    });

    it.runIf(writer !== null && graphOf !== undefined)(
      "writes hostile names so that an independent parser reads them back",
      () => {
        const content = hostileContent();
        const graph = graphOf!(written(content));
        expect(graph.nodes).toEqual(content.entities.map(({ id }) => id));
        expect(graph.edges).toEqual(content.links.map(({ from, to }) => [from, to]));
      },
    );

    if (reader !== null) readerConformance(format, written, expected);
  });
}

function readerConformance(
  format: Format,
  written: (content: ExportContent) => string,
  { byName, cannotHold = /^$/, ...held }: Omit<Sample, "part" | "sample">,
): void {
  const reader = format.reader!;
  const holds = (names: readonly string[]) => names.filter((name) => !cannotHold.test(name));
  const sample = written(hostileContent(holds(["a", "__proto__", "🧶", "=1", '"q"\n'])));

  it("recognizes its own files by their beginning", () => {
    expect(reader.recognizes(sample.slice(0, 4_096))).toBe(byName !== true);
    if (byName !== true) expect(detectFormat("file", sample.slice(0, 4_096)).id).toBe(format.id);
    expect(["", "\uFEFF", "<svg>", "hello", "{}", "[]", "\0\0"].some((head) => reader.recognizes(head))).toBe(false);
  });

  it.each(["", "\uFEFF", "\n\n"])("refuses an empty file %j in one line", async (text) => {
    const failure = await failureOf(format, text);
    expect(failure).toBeInstanceOf(BadInput);
    expect((failure as Error).message).toMatch(/^file\.\S+: wanted [^\n]+$/);
  });

  it("reads hostile names back in ids, names, types, relations and notes, and leaves Object.prototype as it was", async () => {
    const content = hostileContent(holds(hostileNames));
    const before = Object.getOwnPropertyNames(Object.prototype);
    const records = await readAll(format, written(content));
    expect(ofKind(records, "problem")).toEqual([]);
    expectNames(records, content, held);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("gives the same records however the file is cut into pieces", async () => {
    const whole = await readAll(format, sample, { size: sample.length });
    for (const size of [1, 7, 64]) expect(await readAll(format, sample, { size })).toEqual(whole);
  });

  it("survives 500 seeded mutants: read with a report, or refused in one line", async () => {
    const started = Date.now();
    for (const mutant of mutantsOf(sample, { count: 500, seed: 22_03_2024 })) {
      const failure = await failureOf(format, mutant);
      if (failure !== null && !(failure instanceof BadInput))
        throw new Error(`not BadInput for ${JSON.stringify(mutant)}`, { cause: failure });
      expect((failure as Error | null)?.message ?? "").not.toMatch(/\n/);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Date.now() - started).toBeLessThan(5_000);
  }, 20_000);
}

type Held = Pick<Sample, "idsOnly" | "numbered" | "untyped" | "lacks">;

function expectNames(records: readonly ReadRecord[], content: ExportContent, held: Held): void {
  const { idsOnly, numbered, untyped, lacks = [] } = held;
  const idIn = new Map(content.entities.map(({ id }, at) => [id as string, numbered ? String(at + 1) : id]));
  const seen = new Map(ofKind(records, "entity").map(({ entity }) => [entity.id as string, entity]));
  for (const { id, type, name } of content.entities) {
    const entity = seen.get(idIn.get(id)!);
    expect(entity?.name).toBe(idsOnly ? id : name);
    const wanted = untyped ? "organization" : type;
    if (!lacks.includes("types")) expect(entity?.type).toBe(idsOnly || numbered ? "thing" : wanted);
  }
  const untold = idsOnly ? [...lacks, "notes" as const] : lacks;
  expectLinks(records, content, (claim) => lineOf(claim, untold, idIn));
}

function expectLinks(records: readonly ReadRecord[], { claims }: ExportContent, line: (claim: LinkClaim) => string): void {
  const lines = new Set(ofKind(records, "claim").map(({ claim }) => (claim.kind === "link" ? line(claim) : "")));
  for (const claim of claims) if (claim.kind === "link") expect(lines).toContain(line(claim));
}

function lineOf(
  { subject, relation, object, note }: LinkClaim,
  untold: NonNullable<Sample["lacks"]>,
  idIn: ReadonlyMap<string, string>,
): string {
  const ends = [subject, object].map((id) => idIn.get(id) ?? id);
  return JSON.stringify([...ends, untold.includes("relations") ? "" : relation, untold.includes("notes") ? "" : note]);
}

/** A claim that is said to have its ends before it has them. */
function refuseEndsAmiss(records: readonly ReadRecord[]): void {
  const given = new Set<string>();
  for (const record of records) {
    if (record.kind === "entity") given.add(record.entity.id);
    if (record.kind !== "claim" || record.ends !== "given") continue;
    const { claim } = record;
    const named = [claim.subject, claim.kind === "link" ? claim.object : null, claim.speaker, claim.about];
    const missing = named.find((id) => id !== null && !given.has(id));
    if (missing !== undefined) throw new Error(`wanted every end before the claim ${claim.id}, got none for ${missing}`);
  }
}

async function failureOf(format: Format, text: string): Promise<unknown> {
  try {
    refuseEndsAmiss(await readAll(format, text));
    return null;
  } catch (failure) {
    return failure;
  }
}

/** What a reader says about the file as a whole: complete without any problem, or not. */
export async function takenForComplete(format: Format, text: string): Promise<boolean> {
  try {
    return (await readAll(format, text)).every((record: ReadRecord) => record.kind !== "problem");
  } catch (failure) {
    if (failure instanceof BadInput) return false;
    throw failure;
  }
}
