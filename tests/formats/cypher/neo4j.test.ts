import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cypherFormat } from "../../../src/formats/cypher/cypher-format.ts";
import { hostileContent, hostileNames } from "../hostile-content.ts";

/** A folder with the jars of `org.neo4j:neo4j` and what it needs. */
const jars = process.env.CLEW_NEO4J_JARS;
const present = jars !== undefined && spawnSync("java", ["-version"]).status === 0;
if (!present) console.log("Neo4j: skipped, no Java here, or no jars (CLEW_NEO4J_JARS)");

/** Runs the script twice, and gives for each query the texts of its one column. */
function answersOf(script: string, queries: readonly string[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), "clew-neo4j-"));
  try {
    const file = join(folder, "case.cypher");
    writeFileSync(file, script);
    const program = join("tests", "formats", "cypher", "RunCypher.java");
    const args = ["-cp", `${jars}/*`, program, join(folder, "home"), file, "2", ...queries];
    const { stdout, stderr, status } = spawnSync("java", args, { encoding: "utf8", maxBuffer: 2 ** 26 });
    if (status !== 0) throw new Error(stderr.slice(0, 4000));
    return stdout
      .trim()
      .split("\n")
      .slice(-queries.length)
      .map((line) => JSON.parse(line) as string[]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.skipIf(!present)(
  "Neo4j runs the script twice, and has everything once: hostile names, standing, claims and sources",
  { timeout: 240_000 },
  () => {
    const names = hostileNames.filter((name) => name.length < 8_000);
    const content = hostileContent([...names, "\\u0027 DETACH DELETE n //", "`", "\\", "\\\\u0060", "\u0085"]);
    const answers = answersOf([...cypherFormat.writer!.write(content, "neo4j")].join(""), [
      "MATCH (n:Entity) RETURN n.id ORDER BY n.id",
      "MATCH (n:Entity) RETURN n.description ORDER BY n.description",
      "MATCH (n:Claim) RETURN n.id",
      "MATCH (:Entity)-[r]->(:Entity) WHERE r.standing IS NOT NULL RETURN r.relation",
      "MATCH (:Entity)-[r]->(:Entity) WHERE r.standing IS NOT NULL RETURN DISTINCT r.standing ORDER BY r.standing",
      "MATCH (c:Claim)-[:SOURCE]->(s:Source) RETURN s.title + '|' + c.quote",
      "MATCH (c:Claim)-[:SPEAKER]->(e:Entity) RETURN e.id",
      "MATCH (c:Claim {id: 'figure'}) RETURN c.property + ' ' + toString(c.value) + ' ' + toString(c.approximate)",
    ]);
    const sorted = (texts: Iterable<string>) => [...texts].sort();
    const [ids, descriptions, claims, relations, standings, quotes, speakers, figures] = answers;
    expect(sorted(ids!)).toEqual(sorted(content.entities.map(({ id }) => id)));
    expect(sorted(descriptions!)).toEqual(sorted(content.entities.map(({ description }) => description)));
    expect(sorted(claims!)).toEqual(sorted(content.claims.map(({ id }) => id)));
    expect(sorted(relations!)).toEqual(sorted(content.links.map(({ relation }) => relation)));
    expect(standings).toEqual(["alleged", "denied", "stated"]);
    expect(quotes).toEqual(content.claims.map(() => "Briefing|stand here"));
    expect(sorted(speakers!)).toEqual(sorted(content.claims.flatMap(({ speaker }) => speaker ?? [])));
    expect(figures).toEqual(["casualties 133 true"]);
  },
);
