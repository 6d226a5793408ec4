import { execFile } from "node:child_process";
import { describe, expect, test } from "vitest";

describe.concurrent("programs beside the tests", () => {
  test.each([
    ["trust", ["tests/trust/trust.ts"]],
    ["bench", ["tests/bench/bench.ts"]],
    ["bench -- paths", ["tests/bench/bench.ts", "paths"]],
  ])("npm run %s --help says how it is called, and that is all", async (name, args) => {
    const { code, out, err } = await run([...args, "--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.startsWith(`npm run ${name}`)).toBe(true);
  });

  test.each([
    ["trust", ["tests/trust/trust.ts", "--wrong"]],
    ["fuzz", ["tests/query/fuzz/fuzz.ts", "--wrong"]],
    ["corpus", ["tests/corpus/main.ts", "wrong"]],
    ["bench", ["tests/bench/bench.ts", "wrong"]],
  ])("npm run %s refuses what it has not in one line, with 2", async (name, args) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(new RegExp(`^${name}: [^\\n]*wrong[^\\n]*\\n$`));
  });
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[]): Promise<Ended> {
  return new Promise((give) => {
    execFile(process.execPath, [...args], (error, out, err) => give({ code: error === null ? 0 : Number(error.code), out, err }));
  });
}
