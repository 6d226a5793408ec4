import type { CallOptions } from "./command.ts";
import { printJson, printLine } from "./terminal.ts";

/** One JSON object with `--json`, otherwise the lines. Gives the exit code: 1 for an empty answer. */
export async function printAnswer(
  options: CallOptions,
  answer: { readonly value: unknown; readonly lines: () => Iterable<string>; readonly empty: boolean },
): Promise<0 | 1> {
  if (options.flag("json")) await printJson(answer.value);
  else for (const line of answer.lines()) await printLine(line);
  return answer.empty ? 1 : 0;
}
