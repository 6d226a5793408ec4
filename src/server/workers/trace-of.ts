/** Name, code and frames of an error: what a log may say of a fault. The message is left out, since it may quote the case. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return `something that is no error (${typeof error})`;
  const { code } = error as NodeJS.ErrnoException;
  const frames = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, 6);
  return [`${error.name}${code === undefined ? "" : ` ${code}`}`, ...frames.map((frame) => frame.trim())].join("; ");
}
