import type { Command } from "../command.ts";
import { completionsText, shells } from "../completions-text.ts";
import { print } from "../terminal.ts";

/** `all`: the table that this command is itself in. */
export function completionsCommand(all: () => readonly Command[]): Command {
  return {
    name: "completions",
    summary: "print a script by which a shell completes clew",
    arguments: [{ name: "SHELL", about: shells.join(", ") }],
    options: [],
    examples: ["clew completions bash > ~/.local/share/bash-completion/completions/clew"],
    run: async ({ args: [shell = ""] }) => {
      const { oneOf } = await import("../../case/one-of.ts");
      await print(completionsText(oneOf("shell", shell, shells), all()));
      return 0;
    },
  };
}
