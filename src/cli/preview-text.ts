import type { AtLeast, FilePreview, IdsPreview, ImportPreview, TablePreview, UsedWord } from "../case/preview-views.ts";
import { bold, dim, shown } from "./terminal.ts";

const by = { given: "as asked", content: "by its content", name: "by its name" } as const;
const shownProblems = 5;

/** What an import would give, for a reader. */
export function* previewLines({ files, total, ids }: ImportPreview): Iterable<string> {
  for (const file of files) yield* fileLines(file);
  if (files.length > 1)
    yield `${bold("in all")}  ${countText(total.entities, "entity", "entities")}, ${countText(total.links, "link")}, ${countText(total.sources, "source")}`;
  yield* idLines(ids);
}

function* fileLines(file: FilePreview): Iterable<string> {
  if (file.refused !== null) {
    yield `${bold(shown(file.file))}  ${file.refused.does === "refuse" ? "cannot be read" : "is left out"}: ${shown(file.refused.message)}`;
    return;
  }
  const { format, encoding, counts } = file;
  const read = format === null ? "" : `${format.label}, ${by[format.by]}`;
  yield `${bold(shown(file.file))}  ${[read, encoding === null ? "" : `${encoding.name}${encoding.by === "guessed" ? " (a guess)" : ""}`].filter((part) => part !== "").join("; ")}`;
  if (format !== null && format.others.length > 0)
    yield dim(`  could be ${format.others.map(({ label, id }) => `${label} (--format ${id})`).join(", ")}`);
  yield `  ${countText(counts.entities, "entity", "entities")}, ${countText(counts.links, "link")}, ${countText(counts.claims, "claim")}, ${countText(counts.sources, "source")}`;
  for (const table of file.table === null ? file.sheets : [file.table]) yield* tableLines(table);
  yield* wordLines("types", file.types);
  yield* wordLines("relations", file.relations);
  yield* wordLines("properties", file.properties);
  yield* linkLines(file);
  for (const { where, message, outcome } of file.problems.slice(0, shownProblems))
    yield `  ${shown(where)}: ${shown(message)} (${outcome})`;
  const all = Object.values(file.outcomes).reduce((sum, times) => sum + times, 0);
  if (all > shownProblems) yield `  … and ${all - shownProblems} more problems`;
}

function* linkLines({ first, relations }: FilePreview): Iterable<string> {
  const labels = new Map(relations.map(({ id, label }) => [id, label]));
  for (const { names, relation } of first.links.slice(0, 3))
    yield dim(`  ${shown(names.from, 60)} ${shown(labels.get(relation) ?? relation, 40)} ${shown(names.to, 60)}`);
}

function* tableLines({ sheet, mapping, columns, remarks }: TablePreview): Iterable<string> {
  if (sheet !== "") yield `  sheet ${shown(sheet, 60)}`;
  const uses = new Map(mapping.columns.map((column) => [column.name, column.as]));
  for (const [at, { name, examples }] of columns.entries()) {
    const use = name === "" ? mapping.columns[at]?.as : uses.get(name);
    const like = examples.length === 0 ? "" : dim(`  ${examples.map((example) => shown(example, 40)).join(" | ")}`);
    yield `  column ${name === "" ? at + 1 : shown(name, 60)}: ${use ?? "ignored"}${like}`;
  }
  for (const remark of remarks) yield `  ${shown(remark)}`;
}

function* wordLines(what: string, words: readonly UsedWord[]): Iterable<string> {
  if (words.length === 0) return;
  const some = words.slice(0, 8).map(({ label, count, isNew }) => `${shown(label, 40)} ${count}${isNew ? " (new)" : ""}`);
  yield `  ${what}: ${some.join(", ")}${words.length > some.length ? `, and ${words.length - some.length} more` : ""}`;
}

function* idLines({ space, overlap, spaces, examples }: IdsPreview): Iterable<string> {
  if (overlap.count === 0) return;
  const others = spaces.slice(0, 5).map((each) => `${shown(each.space, 60)} (${each.count})`);
  yield `${bold("ids")}  ${countText(overlap, "id")} that the case has from ${others.join(", ")}; kept apart, in ${shown(space, 60)}`;
  for (const { id, name, inCase } of examples.slice(0, 3))
    yield `  ${shown(id, 60)}${name === "" ? "" : ` ${shown(name, 60)}`}; in the case ${shown(inCase.name, 60)} (${shown(inCase.type, 40)})`;
  yield `  --ids ${shown(spaces[0]?.space ?? "world", 60)} where they mean the same`;
}

function countText({ count, exact }: AtLeast, one: string, many = `${one}s`): string {
  return `${exact ? "" : "at least "}${count} ${count === 1 ? one : many}`;
}
