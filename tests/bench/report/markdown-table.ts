export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(" | ")} |`;
  return [line(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rows.map(line)].join("\n");
}

export function milliseconds(ms: number): string {
  return ms >= 10_000 ? `${rounded(ms / 1000)} s` : `${rounded(ms)} ms`;
}

export function times(ratio: number): string {
  return `${rounded(ratio)} ×`;
}

export function megabytes(bytes: number | null): string {
  return bytes === null ? "" : `${rounded(bytes / 2 ** 20)} MB`;
}

/** To three digits. */
export function rounded(value: number): string {
  return value >= 100 ? count(Math.round(value)) : String(Number(value.toPrecision(3)));
}

export function count(value: number): string {
  return value.toLocaleString("en-US");
}
