import { Argument, Command as Commander, CommanderError, Option } from "commander";
import { BadInput } from "../base/problem.ts";
import { callOptions } from "./call-options.ts";
import type { Command, CommandArgument, CommandOption } from "./command.ts";
import { commands } from "./commands.ts";
import { pathProblem } from "./path-problem.ts";
import { version } from "./version.ts";

/**
 * Runs one call. Gives the exit code: 0 an answer, 1 an empty answer, 2 a wrong call or bad input (one
 * line on standard error), 3 a fault of ours.
 */
export async function main(args: readonly string[]): Promise<number> {
  stayQuietWhenNobodyReads();
  if (args.length === 0) return fail(2, "wanted a command, got none; clew --help lists them");
  let code = 0;
  const program = programOf((done) => {
    code = done;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    return told(error);
  }
}

/** Says what went wrong, and gives the exit code; Commander has said its own. */
function told(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof BadInput) return fail(2, error.message);
  const ofPath = pathProblem(error);
  if (ofPath !== null) return fail(2, ofPath);
  const fault = error instanceof Error ? (process.env.CLEW_DEBUG ? error.stack : error.message) : String(error);
  return fail(3, `a fault of ours: ${fault}`);
}

/** `clew export … | head`: the reader has gone, and that is no fault. */
function stayQuietWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit(process.exitCode ?? 0);
    });
}

function fail(code: 2 | 3, message: string): number {
  process.stderr.write(`clew: ${process.env.CLEW_DEBUG ? message : oneLine(message)}\n`);
  return code;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();
}

function programOf(done: (code: number) => void): Commander {
  const program = new Commander("clew")
    .description("Explore who is linked to whom, and on whose word.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [COMMAND]", "print help for a command")
    .showSuggestionAfterError(true)
    .addHelpText(
      "after",
      "\nAn entity is named by id, by exact name or alias, or as type:name.\nExit codes: 0 an answer, 1 an empty answer, 2 a wrong call or bad input, 3 a fault of Clew.",
    )
    .configureOutput({ outputError: (text, write) => write(`clew: ${oneLine(text.replace(/^error: /, ""))}\n`) })
    .exitOverride();
  for (const command of commands) addCommand(program, command, done);
  return program;
}

function addCommand(program: Commander, command: Command, done: (code: number) => void): void {
  const added = program.command(command.name).summary(command.summary).description(command.summary);
  for (const argument of command.arguments) added.addArgument(argumentOf(argument));
  for (const option of command.options) added.addOption(optionOf(option));
  if (command.examples.length > 0)
    added.addHelpText("after", `\nExamples:\n${command.examples.map((line) => `  ${line}`).join("\n")}`);
  added.action(async () => {
    const args = added.processedArgs.flatMap((value: unknown) => (value === undefined ? [] : value)) as string[];
    const given = new Map(added.options.map((option) => [option.long?.slice(2) ?? "", givenFor(added, option)]));
    done(await command.run({ args, options: callOptions(command.options, given) }));
  });
}

/** Commander keeps `--no-open` as `open`, true unless it was given; our table names the switch as it is written. */
function givenFor(command: Commander, option: Option): unknown {
  const value: unknown = command.getOptionValue(option.attributeName());
  return option.negate ? value === false : value;
}

function argumentOf({ name, about, count = "one" }: CommandArgument): Argument {
  const several = count === "some" || count === "any" ? `${name}...` : name;
  return new Argument(count === "one" || count === "some" ? `<${several}>` : `[${several}]`, about);
}

function optionOf({ name, value, about, takes = "one" }: CommandOption): Option {
  if (value === undefined) return new Option(`--${name}`, about);
  if (takes === "pair") return new Option(`--${name} <${value}...>`, about);
  const option = new Option(`--${name} <${value}>`, about);
  if (takes === "many" || takes === "list")
    option.argParser((next: string, before: string[] | undefined) => [...(before ?? []), next]);
  return option;
}
