import { describe, expect, it } from "vitest";
import type { Case } from "../../src/case/open-case.ts";
import { clewJsonlFormat } from "../../src/formats/clew-jsonl/clew-jsonl-format.ts";
import type { ExportContent } from "../../src/formats/format.ts";
import { formats } from "../../src/formats/list.ts";
import { bytes, jsonLines, newCase, scratchFolder } from "../case/small-case.ts";
import { contentOfRecords } from "./content-of-records.ts";
import { readAll } from "./read-all.ts";
import { aspects } from "./round-trip-aspects.ts";
import { roundTripCase } from "./round-trip-case.ts";
import { sampleOf } from "./samples.ts";

const folder = scratchFolder();

async function contentOf(opened: Case): Promise<ExportContent> {
  return contentOfRecords(await readAll(clewJsonlFormat, [...opened.exportAs({ format: "clew-jsonl" }).chunks].join("")));
}

/** The whole case written, read into an empty one, and what that one then has; nothing that is read may be a problem. */
async function thereAndBack(format: string, part: string): Promise<{ before: ExportContent; after: ExportContent }> {
  const [there, back] = [newCase(folder), newCase(folder)];
  try {
    await there.import([{ name: "all.clew.jsonl", bytes: bytes(jsonLines(roundTripCase)) }]);
    const { filename, chunks } = there.exportAs({ format, part });
    const report = await back.import([{ name: filename, bytes: bytes([...chunks].join("")) }]);
    expect(report.problems.filter(({ outcome }) => outcome !== "merged")).toEqual([]);
    return { before: await contentOf(there), after: await contentOf(back) };
  } finally {
    there.close();
    back.close();
  }
}

/**
 * Over the list of formats, driven by what each says that it loses: what no loss names comes back as it was, and of what one
 * says to be left out something is truly missing. History is not read back by any: an import is an entry of its own.
 */
for (const { id, reader, writer } of formats) {
  if (reader === null || writer === null) continue;
  describe(`there and back as ${id}`, () => {
    const losses = writer.losses.join("\n");
    const part = sampleOf(id).part ?? writer.parts[0] ?? "";
    const trip = thereAndBack(id, part);
    const missing = async (of: (content: ExportContent) => readonly string[]) => {
      const { before, after } = await trip;
      const there = new Set(of(after));
      return [...new Set(of(before))].filter((text) => !there.has(text));
    };

    it.each(aspects.filter(({ lostBy }) => lostBy === null || !lostBy.test(losses)))("$name: all of it", async ({ of }) => {
      expect(await missing(of)).toEqual([]);
    });

    const told = writer.losses.map((loss) => ({ loss, of: aspects.filter(({ lostBy }) => lostBy?.test(loss)) }));
    it.each(told.filter(({ loss, of }) => /left out/.test(loss) && of.length > 0))("it is true: $loss", async ({ of }) => {
      const lost = await Promise.all(of.map(async (aspect) => ((await missing(aspect.of)).length > 0 ? [aspect.name] : [])));
      expect(lost.flat()).not.toEqual([]);
    });

    it("has no entity and no link more than there were", async () => {
      const { before, after } = await trip;
      const more = (all: readonly { readonly id: string }[], known: readonly { readonly id: string }[]) => {
        const ids = new Set(known.map((each) => each.id));
        return all.map((each) => each.id).filter((each) => !ids.has(each));
      };
      expect([more(after.entities, before.entities), more(after.links, before.links)]).toEqual([[], []]);
    });
  });
}
