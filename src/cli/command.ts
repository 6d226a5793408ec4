/**
 * A command as data: help is made from it, and whatever else describes the commands. `run` loads what
 * it needs when it is called, so that `clew --help` loads nothing else.
 */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly arguments: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
  /** Whole calls, shown under the help of the command. */
  readonly examples: readonly string[];
  /** The exit code: 0 an answer, 1 an empty one. Throws BadInput for 2. */
  run(call: Call): Promise<0 | 1>;
}

export interface CommandArgument {
  readonly name: string;
  readonly about: string;
  /** `one` (default), `optional`, `some` (one or more), `any` (none or more). */
  readonly count?: "one" | "optional" | "some" | "any";
}

export interface CommandOption {
  /** Without the dashes: `max-hops`. */
  readonly name: string;
  /** What follows it: `N`; none for a switch. */
  readonly value?: string;
  readonly about: string;
  /** `one` (default), `many` (given several times), `list` (several with commas), `pair` (two words), `number`. */
  readonly takes?: "one" | "many" | "list" | "pair" | "number";
}

export interface Call {
  /** In the order of `arguments`; those that take several at the end. */
  readonly args: readonly string[];
  readonly options: CallOptions;
}

/** Options by name, already of the form that the table says. */
export interface CallOptions {
  flag(name: string): boolean;
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  list(name: string): readonly string[] | undefined;
}

export const jsonOption: CommandOption = { name: "json", about: "print one JSON object" };
