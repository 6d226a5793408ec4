import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csvFormat } from "../../../src/formats/csv/csv-format.ts";
import { unguard } from "../../../src/formats/csv/formula-guard.ts";
import { hostileContent, hostileNames } from "../hostile-content.ts";
import { ofKind, readAll } from "../read-all.ts";

const write = (part: string, content = hostileContent()) => [...csvFormat.writer!.write(content, part)].join("");

describe("writing CSV", () => {
  it("begins the links part with the columns of an edge list", () => {
    expect(write("links").split("\n")[0]).toBe(
      "source,target,type,label,weight,standing,claims,origins,source_name,source_type,target_name,target_type",
    );
  });

  it.each(["entities", "links", "claims"])("gives every row of %s as many cells as its header", (part) => {
    const [header, ...rows] = parse(write(part));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(header!.length);
  });

  it.each(["entities", "links", "claims"])("leaves no text in %s that a spreadsheet would run", (part) => {
    const cells = parse(write(part)).flat();
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it.each(["entities", "links", "claims"])("leaves the texts of %s as they are where that is asked", (part) => {
    const exact = parse([...csvFormat.writer!.write(hostileContent(), part, { formulas: "exact" })].join("")) as string[][];
    expect(new Set(exact.flat())).toEqual(new Set((parse(write(part)) as string[][]).flat().map(unguard)));
  });

  it("gives a claim with its quote, place, dates and attributes", () => {
    const rows = parse(write("claims"), { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(hostileNames.length + 1);
    expect(rows.at(-1)).toMatchObject({
      kind: "attribute",
      property: "casualties",
      value: "133",
      value_type: "number",
      approximate: "true",
    });
    expect(rows[0]).toMatchObject({
      quote: "stand here",
      start: "11",
      end: "21",
      during: "2024-03",
      credibility: "2",
      source_title: "Briefing",
    });
    expect(JSON.parse(unguard(rows[0]!.attributes!))).toEqual([
      ["weight", 0],
      ["__proto__", "__proto__"],
    ]);
  });

  it("reads its entities and the links of its claims back as they were", async () => {
    const content = hostileContent();
    const entities = ofKind(await readAll(csvFormat, write("entities")), "entity").map(({ entity }) => entity);
    expect(entities).toEqual(
      content.entities.map((entity) => ({ ...entity, aliases: entity.aliases.filter((alias) => alias !== entity.name) })),
    );
    const links = ofKind(await readAll(csvFormat, write("claims")), "claim").map(({ claim }) => claim);
    expect(links.map(({ subject, note, stance, during }) => [subject, note, stance, during])).toEqual(
      content.claims.flatMap(({ kind, subject, note, stance, during }) =>
        kind === "link" ? [[subject, note, stance, during]] : [],
      ),
    );
  });

  it("never turns what was alleged or denied into what is asserted when its links are read back", async () => {
    const content = hostileContent(["a", "b", "c", "d"]);
    const contested = { ...content.links[3]!, standing: "contested" as const };
    const records = await readAll(csvFormat, write("links", { ...content, links: [...content.links.slice(0, 3), contested] }));
    expect(ofKind(records, "claim").map(({ claim }) => [claim.id, claim.stance])).toEqual([
      ["the-file#2", "asserts"],
      ["the-file#3", "alleges"],
      ["the-file#4", "denies"],
      ["the-file#5", "alleges"],
      ["the-file#5-denies", "denies"],
    ]);
  });
});
