import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launcher } from "../cli/run-clew.ts";
import { claims, judgements, sources } from "./first-case.ts";

const page = "docs/first-case.md";
const text = readFileSync(page, "utf8");
const folder = mkdtempSync(join(tmpdir(), "clew-first-case-"));

beforeAll(() => {
  mkdirSync(join(folder, "data"));
  cpSync("data/moscow-2024.clew.jsonl", join(folder, "data/moscow-2024.clew.jsonl"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the page names every claim, judgement and source of the case", () => {
  for (const { id } of [...claims, ...judgements, ...sources.values()]) expect(text, id).toContain(`\`${id}\``);
});

/** `vitest run -u tests/data` writes what the program prints now. */
test("the page shows what the program prints, to the letter", async () => {
  const shown = text.replaceAll(/```console\n\$ clew (.*)\n[^`]*```/g, (_, call: string) => {
    const ran = spawnSync(process.execPath, [launcher, ...call.split(" ")], { cwd: folder, encoding: "utf8" });
    expect(ran.status, `${call}: ${ran.stderr}`).toBe(0);
    return `\`\`\`console\n$ clew ${call}\n${ran.stdout.trimEnd()}\n\`\`\``;
  });
  await expect(shown).toMatchFileSnapshot(resolve(page));
});
