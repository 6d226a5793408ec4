import { createContext, useContext } from "react";
import type { Command, CommandContext } from "./commands.ts";
import { commands } from "./commands.ts";

export const CommandsContext = createContext<CommandContext | null>(null);

/** Runs a command of the registry by its id. Throws when there is none of that id. */
export function useCommand(): (id: string) => void {
  const context = useContext(CommandsContext);
  return (id) => {
    const command: Command | undefined = commands.find((one) => one.id === id);
    if (command === undefined || context === null) throw new Error(`command: wanted one of the registry, got ${id}`);
    command.run(context);
  };
}

/** The canvas, once it stands. */
export function useCanvas(): CommandContext["canvas"] {
  return useContext(CommandsContext)?.canvas ?? (() => null);
}
