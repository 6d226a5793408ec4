import { BadInput } from "./problem.ts";

/**
 * The moment at which a date has passed, ISO 8601, UTC: `2024`, `2024-03` and `2024-03-25` end with their last day, a moment
 * (`2024-03-25T10:00:00Z`) with itself. Throws BadInput for anything else.
 */
export function endOfDate(what: string, text: string): string {
  const end = endOfDay(text) ?? momentAfter(text);
  if (end !== null && !Number.isNaN(end)) return new Date(end).toISOString();
  const wanted = "a date (2024, 2024-03, 2024-03-25) or a moment (2024-03-25T10:00:00Z)";
  throw new BadInput(`${what}: wanted ${wanted}, got ${JSON.stringify(text.slice(0, 80))}`);
}

function endOfDay(text: string): number | null {
  const parts = /^([1-9]\d{3})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (parts === null) return null;
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? null : Number(part))) as [
    number,
    ...(number | null)[],
  ];
  const start = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  if (start.getUTCMonth() !== (month ?? 1) - 1 || start.getUTCDate() !== (day ?? 1)) return Number.NaN;
  if (day != null) return Date.UTC(year, start.getUTCMonth(), day + 1);
  return month == null ? Date.UTC(year + 1, 0) : Date.UTC(year, month);
}

function momentAfter(text: string): number | null {
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) + 1 : null;
}
