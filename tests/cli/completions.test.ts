import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { completionsText, shells } from "../../src/cli/completions-text.ts";
import { manText } from "../../src/cli/man-text.ts";
import { clew, workplace } from "./run-clew.ts";

const { put } = workplace();
const has = (program: string) => spawnSync(program, ["--version"]).error === undefined;

/** What bash offers for a line of which the last word is being typed. */
function offered(...words: readonly string[]): string[] {
  const quoted = words.map((word) => `'${word}'`).join(" ");
  const script = `${completionsText("bash", commands)}\nCOMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _clew; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return spawnSync("bash", ["-c", script], { encoding: "utf8" })
    .stdout.split("\n")
    .filter((line) => line !== "");
}

for (const shell of shells)
  test(`every command and every option is completed by ${shell}, which reads the script`, () => {
    const script = completionsText(shell, commands);
    for (const { name, options } of commands) {
      expect(script).toContain(name);
      for (const option of options) expect(script, name).toContain(shell === "fish" ? `-l ${option.name} ` : `--${option.name}`);
    }
    if (!has(shell)) return;
    expect(spawnSync(shell, ["-n", put(`completions.${shell}`, script)], { encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
  });

test("bash offers commands first, then the options of the command, and leaves file names to itself", () => {
  if (!has("bash")) return;
  expect(offered("clew", "re")).toEqual(["redact"]);
  expect(offered("clew", "")).toEqual([...commands.map(({ name }) => name), "help", "--help", "--version"]);
  expect(offered("clew", "doctor", "mine.clew", "--")).toEqual(["--save", "--json", "--help"]);
  expect(offered("clew", "path", "mine.clew", "--max")).toEqual(["--max-hops", "--max-degree", "--max-gap"]);
  expect(offered("clew", "path", "mi")).toEqual([]);
});

test("every command and every option has its line in the manual page", () => {
  const page = manText(commands, "0.0.0");
  for (const { name, options } of commands) {
    const section = page.split(".SS ").find((part) => part.startsWith(`"clew ${name}`)) ?? "";
    for (const option of options) expect(section, name).toContain(`\n.B \\-\\-${option.name.replaceAll("-", "\\-")}`);
  }
  for (const line of page.split("\n")) if (/^[.']/.test(line)) expect(line).toMatch(/^\.(TH|SH|SS|B|I|TP|PP|nf|fi)\b/);
});

test("man shows it where there is a man, without a complaint", () => {
  const file = put("clew.1", manText(commands, "0.0.0"));
  const [program, ...args] = has("man") ? ["man", "--warnings", "-l", file] : ["groff", "-man", "-Tutf8", "-ww", file];
  if (!has(program ?? "")) return;
  const { status, stdout, stderr } = spawnSync(program ?? "", args, {
    encoding: "utf8",
    env: { ...process.env, MANWIDTH: "120" },
  });
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/EXIT STATUS/);
});

test("the commands print them; a shell that is none of the three is refused", () => {
  expect(clew("completions", "bash").out).toBe(completionsText("bash", commands));
  expect(clew("man").out).toContain(".SH NAME");
  expect(clew("completions", "tcsh")).toMatchObject({ code: 2, err: expect.stringContaining("bash, zsh, fish") });
});
