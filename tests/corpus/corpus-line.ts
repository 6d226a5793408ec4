import type { CorpusImport, CorpusResult } from "./read-corpus.ts";

const kindsShown = 4;

/** Its line in docs/corpus.md but for the time, which no two runs have in common. */
export function corpusLine(result: CorpusResult): string {
  const { report, refused } = result;
  const beginning = `| ${corpusName(result)} |`;
  if (report === null) return `${beginning} refused: ${cell(refused ?? "")} | | | | |`;
  const { entities, links, claims, sources, outcomes } = report;
  const counts = [entities, links, claims, sources].map(({ added }) => added.toLocaleString("en"));
  const came = Object.entries(outcomes).filter(([, count]) => count > 0);
  const told = came.map(([outcome, count]) => `${count.toLocaleString("en")} ${outcome}`).join(", ");
  return `${beginning} read | ${counts.join(" | ")} | ${told === "" ? "" : `${told}: ${kindsOf(result)}`} |`;
}

export function corpusName({ folder, files }: CorpusImport): string {
  return cell(files.map((file) => `${folder}/${file}`).join(" + "));
}

/** The kinds of problems, the most frequent first. */
function kindsOf({ report }: CorpusResult): string {
  const counts = new Map<string, number>();
  for (const { kind, count } of report?.kinds ?? []) counts.set(kind, (counts.get(kind) ?? 0) + count);
  const sorted = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return cell(
    sorted
      .slice(0, kindsShown)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(", "),
  );
}

function cell(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return (line.length > 240 ? `${line.slice(0, 240)}…` : line).replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
