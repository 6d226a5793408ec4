import { expect, test } from "vitest";
import { commands, keyWords } from "../../src/ui/shortcuts/commands.ts";

test("no key and no id belongs to two commands", () => {
  const keys = commands.flatMap((command) => command.keys);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
});

test.each([
  ["$mod+KeyK", "Ctrl K", "⌘K"],
  ["$mod+Shift+KeyZ", "Ctrl ⇧ Z", "⌘⇧Z"],
  ["Shift+Digit1", "⇧ 1", "⇧1"],
  ["Shift+Slash", "?", "?"],
  ["Escape", "Esc", "Esc"],
])("the key %s is printed %s, on a Mac %s", (key, elsewhere, mac) => {
  expect(keyWords(key, false)).toBe(elsewhere);
  expect(keyWords(key, true)).toBe(mac);
});
