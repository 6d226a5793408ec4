import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { jsonLines, scratchFolder, smallLines } from "./small-case.ts";

const folder = scratchFolder();

const program = `
import { type Case, openCase } from "clew";

const opened: Case = openCase("small.clew", { mode: "create" });
const report = await opened.import(["small.clew.jsonl"]);
const answer = opened.path({ from: "Registrar", to: "Bolt" });
const hops: number = answer.paths[0]?.hops ?? -1;
const made = opened.exportAs({ format: "gexf", scope: { kind: "path", question: answer.question } });
console.log(JSON.stringify({ added: report.entities.added, hops, nodes: [...made.chunks].join("").split("<node ").length - 1 }));
// @ts-expect-error an end is a text
opened.path({ from: 7, to: "Bolt" });
`;

test("the packed package installs, type-checks and runs as a library and as a command", () => {
  const packed = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { encoding: "utf8" }).replace(/^[^[]*/, ""),
  );
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "clew"), { recursive: true });
  execFileSync("tar", ["-xzf", join(folder, packed[0].filename), "-C", join(modules, "clew"), "--strip-components=1"]);
  for (const name of readdirSync("node_modules").filter((each) => !each.startsWith(".") && each !== "clew"))
    symlinkSync(resolve("node_modules", name), join(modules, name));

  writeFileSync(join(folder, "small.clew.jsonl"), jsonLines(smallLines));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(folder, "program.ts"), program.replace(/\/\/ @ts-expect-error[\s\S]*/, ""));
  writeFileSync(join(folder, "checked.ts"), program);
  const options = ["--noEmit", "--strict", "--target", "es2024", "--module", "nodenext", "--types", "node", "checked.ts"];
  execFileSync(process.execPath, [resolve("node_modules/typescript/bin/tsc"), ...options], { cwd: folder, encoding: "utf8" });
  const out = execFileSync(process.execPath, ["program.ts"], { cwd: folder, encoding: "utf8" });
  expect(JSON.parse(out)).toEqual({ added: 6, hops: 2, nodes: 3 });

  const command = join(modules, "clew", "src/cli/clew.js");
  const stats = execFileSync(process.execPath, [command, "stats", "small.clew", "--json"], { cwd: folder, encoding: "utf8" });
  expect(JSON.parse(stats).entities).toBe(6);
}, 120_000);
