import { existsSync } from "node:fs";
import { BadInput } from "../base/problem.ts";
import { createCase } from "./create-case.ts";

/**
 * Makes sure that there is a case at `path`: `X.clew` is built from `X.clew.jsonl` beside it when only
 * that is there (two programs at once are fine). Throws BadInput, `not-found`, when neither is.
 */
export async function ensureCase(path: string): Promise<void> {
  if (existsSync(path)) return;
  const text = `${path}.jsonl`;
  if (!existsSync(text)) throw new BadInput(`${path}: no such case`, { kind: "not-found" });
  try {
    await createCase(path, [text]);
  } catch (error) {
    if (!(error instanceof BadInput && error.kind === "conflict" && existsSync(path))) throw error;
  }
}
