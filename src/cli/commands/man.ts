import type { Command } from "../command.ts";
import { manText } from "../man-text.ts";
import { print } from "../terminal.ts";
import { version } from "../version.ts";

/** `all`: the table that this command is itself in. */
export function manCommand(all: () => readonly Command[]): Command {
  return {
    name: "man",
    summary: "print the manual page",
    arguments: [],
    options: [],
    examples: ["clew man | man -l -", "clew man > ~/.local/share/man/man1/clew.1"],
    run: async () => {
      await print(manText(all(), version()));
      return 0;
    },
  };
}
