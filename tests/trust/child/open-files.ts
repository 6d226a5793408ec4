/** Opens each case that it is given, reads all of it, writes to it, and says in a line how that ended. */
import { writeSync } from "node:fs";
import { BadInput } from "../../../src/base/problem.ts";
import { type Case, openCase } from "../../../src/case/open-case.ts";

export interface Visit {
  /** The first refusal, in one line; null for none. */
  readonly refused: string | null;
  /** How many problems `check` found. */
  readonly problems: number;
  /** Errors that were no refusals. */
  readonly faults: readonly string[];
}

const draft = { subject: "ada", relation: "funds", object: "cyr", stance: "asserts", source: "s2" } as const;

/** All that somebody does to a case, one after the other; a reader cannot record. */
const steps: readonly ((opened: Case) => unknown)[] = [
  (opened) => opened.stats(),
  (opened) => opened.search("ada"),
  (opened) => opened.show("ada"),
  (opened) => opened.ask({ ask: "path", from: ["ada"], to: ["cyr"] }),
  (opened) => [...opened.exportAs({ format: "clew-jsonl" }).chunks],
  (opened) => opened.record(draft),
  (opened) => opened.undo(),
];

for (const path of process.argv.slice(2)) writeSync(1, `${JSON.stringify(visit(path))}\n`);

function visit(path: string): Visit {
  let refused: string | null = null;
  let problems = 0;
  const faults: string[] = [];
  const attempt = <T>(act: () => T): T | null => {
    try {
      return act();
    } catch (error) {
      const isRefusal = error instanceof BadInput && !error.message.includes("\n");
      if (isRefusal) refused ??= error.message;
      else faults.push(String(error));
      return null;
    }
  };
  for (const mode of ["read", "write"] as const) {
    const opened = attempt(() => openCase(path, { mode }));
    if (opened === null) continue;
    for (const step of mode === "read" ? steps.slice(0, 5) : steps) attempt(() => step(opened));
    problems += attempt(() => opened.check())?.length ?? 0;
    attempt(() => opened.close());
  }
  return { refused, problems, faults };
}
