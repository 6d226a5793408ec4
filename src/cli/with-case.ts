import type { Case } from "../case/open-case.ts";

/** Opens the case for questions (built first where only its text is there), and closes it whatever happens. */
export async function withCase<T>(path: string, use: (opened: Case) => T | Promise<T>): Promise<T> {
  const [{ ensureCase }, { openCase }] = await Promise.all([import("../case/ensure-case.ts"), import("../case/open-case.ts")]);
  await ensureCase(path);
  const opened = openCase(path, { mode: "read" });
  try {
    return await use(opened);
  } finally {
    opened.close();
  }
}

export const caseArgument = { name: "CASE", about: "a case file, NAME.clew" } as const;
