import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gexfFormat } from "../../../src/formats/gexf/gexf-format.ts";
import { hostileContent } from "../hostile-content.ts";

/** `gephi-toolkit` with all that it needs, one jar. */
const jar = process.env.CLEW_GEPHI_JAR;
const present = jar !== undefined && spawnSync("java", ["-version"]).status === 0;
if (!present) console.log("Gephi: skipped, no Java here, or no toolkit (CLEW_GEPHI_JAR)");

test.skipIf(!present)("Gephi imports what is written: the same nodes, the same edges", { timeout: 120_000 }, () => {
  const content = hostileContent();
  const folder = mkdtempSync(join(tmpdir(), "clew-gephi-"));
  try {
    const file = join(folder, "case.gexf");
    writeFileSync(file, [...gexfFormat.writer!.write(content, "graph")].join(""));
    const program = join("tests", "formats", "gexf", "ReadWithGephi.java");
    const { stdout, stderr, status } = spawnSync("java", ["-Djava.awt.headless=true", "-cp", jar!, program, file], {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    if (status !== 0) throw new Error(stderr.slice(0, 4000));
    const [nodes, edges] = stdout
      .trim()
      .split("\n")
      .slice(-2)
      .map((line) => JSON.parse(line) as string[]);
    expect(new Set(nodes)).toEqual(new Set(content.entities.map(({ id }) => id)));
    expect(edges!.map(String).sort()).toEqual(content.links.map(({ from, to }) => String([from, to])).sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});
