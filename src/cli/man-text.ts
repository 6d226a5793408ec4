import type { Command, CommandArgument, CommandOption } from "./command.ts";

/** The manual page, in roff (man macros), made from the table of commands. */
export function manText(commands: readonly Command[], version: string): string {
  return [
    `.TH CLEW 1 "" "Clew ${plain(version)}" "User Commands"`,
    ".SH NAME",
    "clew \\- explore who is linked to whom, and on whose word",
    ".SH SYNOPSIS",
    ".B clew",
    ".I COMMAND",
    "[\\fIARGUMENT\\fR...] [\\fIOPTION\\fR...]",
    ".SH DESCRIPTION",
    "Every question of the page is a command. Answers go to standard output, remarks and errors to standard error.",
    "An entity is named by id, by exact name or alias, or as type:name.",
    ".SH COMMANDS",
    ...commands.flatMap(commandLines),
    ".SH EXIT STATUS",
    ...["an answer", "an empty answer", "a wrong call or bad input", "a fault of Clew"].flatMap((means, code) => [
      ".TP",
      `.B ${code}`,
      means,
    ]),
    ".SH ENVIRONMENT",
    ...[".TP", ".B CLEW_BY", "who is recorded as the author of a change"],
    ...[".TP", ".B CLEW_TOKEN", "what scripts send to the server of clew open"],
    ...[".TP", ".B CLEW_DEBUG", "1 shows where a fault of Clew came from"],
    "",
  ].join("\n");
}

function commandLines({ name, summary, arguments: its, options, examples }: Command): string[] {
  return [
    `.SS "clew ${[name, ...its.map(argumentForm)].map(quoted).join(" ")}"`,
    text(summary[0] === undefined ? "" : `${summary[0].toUpperCase()}${summary.slice(1)}.`),
    ...its.flatMap(({ name: argument, about }) => [".TP", `.I ${plain(argument)}`, text(about)]),
    ...options.flatMap((option) => [".TP", `.B ${optionForm(option)}`, text(option.about)]),
    ...(examples.length === 0 ? [] : [".PP", "Examples:", ".PP", ".nf", ...examples.map(text), ".fi"]),
  ];
}

function argumentForm({ name, count = "one" }: CommandArgument): string {
  const several = count === "some" || count === "any" ? `${name}...` : name;
  return count === "one" || count === "some" ? several : `[${several}]`;
}

function optionForm({ name, value }: CommandOption): string {
  return plain(value === undefined ? `--${name}` : `--${name} ${value}`);
}

/** A line of text: what would be a request of roff at its beginning is none. */
function text(line: string): string {
  const safe = plain(line);
  return /^[.']/.test(safe) ? `\\&${safe}` : safe;
}

function plain(given: string): string {
  return given.replaceAll(/\s+/g, " ").replaceAll("\\", "\\e").replaceAll("-", "\\-");
}

function quoted(given: string): string {
  return plain(given).replaceAll('"', "\\(dq");
}
