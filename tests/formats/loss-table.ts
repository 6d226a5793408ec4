import { formats } from "../../src/formats/list.ts";

const [begin, end] = ["<!-- losses -->", "<!-- /losses -->"];

/** What each format that is written leaves out, as a table of docs/formats.md: what the writers themselves say. */
export function lossTable(): string {
  const rows = formats.flatMap(({ label, writer }) =>
    writer === null ? [] : `| ${label} | ${writer.losses.length === 0 ? "nothing" : writer.losses.join("<br>")} |`,
  );
  return [begin, "| format | leaves out |", "|---|---|", ...rows, end].join("\n");
}

/** The page with the table as it should be. Throws when the page has no place for it. */
export function withLossTable(page: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`wanted ${begin} and ${end} in the page, got a page without them`);
  return page.slice(0, from) + lossTable() + page.slice(to + end.length);
}
