import type { Case } from "../case/open-case.ts";

/** Opens the case for questions (built first where only its text is there), and closes it whatever happens. */
export function withCase<T>(path: string, use: (opened: Case) => T | Promise<T>): Promise<T> {
  return openFor("read", path, use);
}

/** Likewise for changes, under the name that CLEW_BY gives. */
export function changeCase<T>(path: string, use: (opened: Case) => T | Promise<T>): Promise<T> {
  return openFor("write", path, use);
}

async function openFor<T>(mode: "read" | "write", path: string, use: (opened: Case) => T | Promise<T>): Promise<T> {
  const [{ ensureCase }, { openCase }] = await Promise.all([import("../case/ensure-case.ts"), import("../case/open-case.ts")]);
  await ensureCase(path);
  const by = process.env.CLEW_BY;
  const opened = openCase(path, { mode, ...(by === undefined || by === "" ? {} : { by }) });
  try {
    return await use(opened);
  } finally {
    opened.close();
  }
}

export const caseArgument = { name: "CASE", about: "a case file, NAME.clew" } as const;
