import { useEffect } from "react";
import { tinykeys } from "tinykeys";
import { type CommandContext, commands } from "./commands.ts";

/** Binds the keys of all commands while the page is open. Keys that type something are left alone in text fields. */
export function useShortcuts(context: CommandContext): void {
  useEffect(() => {
    const bindings = commands.flatMap((command) =>
      command.keys.map((key) => [
        key,
        (event: KeyboardEvent) => {
          if (event.defaultPrevented || isElsewhere(event, key, command.whileTyping === true)) return;
          if (command.run(context) === false) return;
          event.preventDefault();
        },
      ]),
    );
    return tinykeys(window, Object.fromEntries(bindings));
  }, [context]);
}

/** True when the key belongs to a text field or to an open dialog or list. */
function isElsewhere({ target }: KeyboardEvent, key: string, whileTyping: boolean): boolean {
  if (!(target instanceof Element)) return false;
  if (document.querySelector('[role="dialog"]') !== null) return true;
  if (target.closest('[role="menu"], [role="listbox"]') !== null) return true;
  const types = target.closest("input:not([type=radio]):not([type=checkbox]), textarea, [contenteditable]") !== null;
  return types && !(whileTyping && key.includes("$mod"));
}

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
