import type { Case } from "../case/open-case.ts";
import type { CallOptions, CommandOption } from "./command.ts";

/** Opens the case for questions (built first where only its text is there), and closes it whatever happens. */
export function withCase<T>(path: string, use: (opened: Case) => T | Promise<T>): Promise<T> {
  return openFor({ mode: "read" }, path, use);
}

/** Likewise for changes, under the name that CLEW_BY gives. */
export function changeCase<T>(path: string, use: (opened: Case) => T | Promise<T>): Promise<T> {
  return openFor({ mode: "write" }, path, use);
}

export const knownOption: CommandOption = {
  name: "as-known-on",
  value: "DATE",
  about: "as the case was when this date had passed: 2024, 2024-03, 2024-03-25",
};

/** For questions, of the case as `--as-known-on` says. */
export function withKnownCase<T>(path: string, options: CallOptions, use: (opened: Case) => T | Promise<T>): Promise<T> {
  const asKnownOn = options.text(knownOption.name);
  return openFor({ mode: "read", ...(asKnownOn === undefined ? {} : { asKnownOn }) }, path, use);
}

async function openFor<T>(
  how: { readonly mode: "read" | "write"; readonly asKnownOn?: string },
  path: string,
  use: (opened: Case) => T | Promise<T>,
): Promise<T> {
  const [{ ensureCase }, { openCase }] = await Promise.all([import("../case/ensure-case.ts"), import("../case/open-case.ts")]);
  await ensureCase(path);
  const by = process.env.CLEW_BY;
  const opened = openCase(path, { ...how, ...(by === undefined || by === "" ? {} : { by }) });
  try {
    return await use(opened);
  } finally {
    opened.close();
  }
}

export const caseArgument = { name: "CASE", about: "a case file, NAME.clew" } as const;
