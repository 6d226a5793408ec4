import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { dotFormat } from "../../../src/formats/dot/dot-format.ts";
import { hostileContent } from "../hostile-content.ts";

const present = spawnSync("dot", ["-V"]).status === 0;
if (!present) console.log("Graphviz: skipped, dot is not on this machine");

interface DotJson {
  readonly objects: readonly { readonly name: string; readonly label: string; readonly type: string }[];
  readonly edges: readonly { readonly tail: number; readonly head: number; readonly standing: string }[];
}

test.skipIf(!present)(
  "Graphviz reads what is written: the same nodes and edges, and labels that it shows as they are",
  { timeout: 60_000 },
  () => {
    const content = hostileContent();
    const input = [...dotFormat.writer!.write(content, "graph")].join("");
    const { stdout, stderr, status } = spawnSync("dot", ["-Kosage", "-Tdot_json"], {
      input,
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    expect([status, stderr]).toEqual([0, ""]);
    const { objects, edges } = JSON.parse(stdout) as DotJson;
    const name = (at: number) => objects[at]!.name;
    expect(new Set(objects.map((node) => node.name))).toEqual(new Set(content.entities.map(({ id }) => id)));
    expect(edges.map(({ tail, head }) => [name(tail), name(head)].join(" > ")).sort()).toEqual(
      content.links.map(({ from, to }) => [from, to].join(" > ")).sort(),
    );
    expect(new Set(edges.map(({ standing }) => standing))).toEqual(new Set(["stated", "alleged", "denied"]));
  },
);
