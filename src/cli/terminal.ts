import { styleText } from "node:util";
import type { Standing } from "../claims/standing.ts";

/** Writes to standard output and waits while the reader at the other end of a pipe is slow. */
export async function print(text: string): Promise<void> {
  if (process.stdout.destroyed || process.stdout.write(text)) return;
  await new Promise<void>((done) => {
    const go = () => {
      process.stdout.off("drain", go).off("close", go);
      done();
    };
    process.stdout.once("drain", go).once("close", go);
  });
}

export function printLine(text = ""): Promise<void> {
  return print(`${text}\n`);
}

/** Exactly one object. */
export function printJson(value: unknown): Promise<void> {
  return printLine(JSON.stringify(value, null, 2));
}

/** Progress and remarks: standard error, where they are in nobody's way. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/**
 * A text from a file, safe to show: control characters (escape sequences, line ends) and those that
 * turn the direction of writing become visible, and what is longer than `most` is cut.
 */
export function shown(text: string, most = 300): string {
  const letters = text.length > most ? `${[...text.slice(0, most)].join("")}…` : text;
  return letters.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (letter) =>
    letter === "\n" || letter === "\t" ? " " : `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

export function bold(text: string): string {
  return styleText("bold", text);
}

export function dim(text: string): string {
  return styleText("dim", text);
}

/** A line of that standing, as on the page: unbroken, dashed, struck, dotted. */
export const lineForms: Readonly<Record<Standing, string>> = {
  corroborated: "══",
  stated: "——",
  alleged: "- -",
  contested: "-≠-",
  denied: "···",
};

const colors = { corroborated: "green", stated: "green", alleged: "yellow", contested: "red", denied: "gray" } as const;

export function colored(standing: Standing, text: string = standing): string {
  return styleText(colors[standing], text);
}
