import type { CheckStep } from "../store/check-step.ts";

interface Terminal {
  readonly isTTY: boolean;
  write(text: string): unknown;
}

const words: Readonly<Record<CheckStep | "sums", string>> = {
  pages: "the pages of the file",
  records: "its records",
  claims: "claims and quotes",
  links: "links and their standing",
  names: "names and the search index",
  snapshot: "the snapshot",
  sums: "its sums",
};
const all = Object.keys(words);

export type ShowStep = (step: CheckStep | "sums") => void;

/** Runs a check; on a terminal a line says what it is at, which the next one takes the place of, and nothing in the end. */
export function showingCheck<T>(terminal: Terminal, run: (onStep: ShowStep) => T): T {
  const show = (text: string) => {
    if (terminal.isTTY) terminal.write(`\r${text.padEnd(60)}\r`);
  };
  try {
    return run((step) => show(`checking ${words[step]} (${all.indexOf(step) + 1} of ${all.length}) …`));
  } finally {
    show("");
  }
}
