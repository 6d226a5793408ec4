import { BadInput } from "../base/problem.ts";
import type { CallOptions, CommandOption } from "./command.ts";

/** The options of a call, read as their table says. Throws BadInput for what is no number or no pair. */
export function callOptions(table: readonly CommandOption[], given: ReadonlyMap<string, unknown>): CallOptions {
  const read = new Map(table.map((option) => [option.name, readOption(option, given.get(option.name))]));
  const get = <T>(name: string, is: (value: unknown) => value is T): T | undefined => {
    const value = read.get(name);
    return is(value) ? value : undefined;
  };
  return {
    flag: (name) => read.get(name) === true,
    text: (name) => get(name, (value) => typeof value === "string"),
    number: (name) => get(name, (value) => typeof value === "number"),
    list: (name) => get(name, (value): value is readonly string[] => Array.isArray(value)),
  };
}

function readOption({ name, takes }: CommandOption, value: unknown): unknown {
  if (value === undefined || typeof value === "boolean") return value;
  const texts = (Array.isArray(value) ? value : [value]).map(String);
  if (takes === "number") return numberOf(name, texts.at(-1) ?? "");
  if (takes === "list")
    return texts
      .flatMap((text) => text.split(","))
      .map((text) => text.trim())
      .filter((text) => text !== "");
  if (takes === "many") return texts;
  if (takes === "pair" && texts.length !== 2) throw new BadInput(`--${name}: wanted two entities, got ${texts.length}`);
  return takes === "pair" ? texts : texts.at(-1);
}

function numberOf(name: string, text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new BadInput(`--${name}: wanted a whole number, got ${JSON.stringify(text.slice(0, 80))}`);
  return Number(text);
}
