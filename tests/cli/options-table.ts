import { questionOptions } from "../../src/cli/question-options.ts";
import { type Ask, asks, type FieldGroup, fieldGroups, type QuestionField } from "../../src/query/question-field.ts";
import { questionFields } from "../../src/query/question-fields.ts";

const titles: Readonly<Record<FieldGroup, string>> = {
  ends: "Ends",
  size: "Kind and size",
  inside: "Entities inside",
  links: "Links",
  claims: "Claims behind a link",
  time: "Time",
};

/** The options of all questions as docs/command-line.md has them: one table per group, made from the table of fields. */
export function optionsTable(): string {
  return fieldGroups.map(groupTable).join("\n");
}

/** The kinds of paths, as the same page has them. */
export function kindsTable(): string {
  const { holds } = questionFields.find(({ name }) => name === "kind")!;
  const kinds = holds.is === "choice" ? holds.among : [];
  return ["| kind | gives |", "|---|---|", ...kinds.map(({ value, about }) => `| \`${value}\` | ${about} |`)].join("\n");
}

function groupTable(group: FieldGroup): string {
  const fields = questionFields.filter((field) => field.group === group);
  const rows = fields.flatMap(optionRows);
  return [`**${titles[group]}**`, "", "| option | of | means |", "|---|---|---|", ...rows, ""].join("\n");
}

/** A row for each wording: defaults differ between questions. */
function optionRows({ of, option, holds }: QuestionField): string[] {
  const switches = holds.is === "choice" ? holds.among.flatMap((choice) => choice.option ?? []) : [];
  return (option === null ? switches : [option]).flatMap((name) => {
    const byRow = new Map<string, Ask[]>();
    for (const ask of of) {
      const found = questionOptions(ask).find((each) => each.name === name);
      if (found === undefined) throw new Error(`no option ${name} of ${ask}`);
      const value = found.value === undefined ? "" : ` ${found.value.replaceAll("|", "\\|")}`;
      const row = `| \`--${name}${value}\` | OF | ${found.about} |`;
      byRow.set(row, [...(byRow.get(row) ?? []), ask]);
    }
    return [...byRow].map(([row, those]) => row.replace("OF", inWords(those)));
  });
}

function inWords(of: readonly Ask[]): string {
  const others = asks.filter((ask) => !of.includes(ask));
  if (others.length === 0) return "all";
  return others.length === 1 ? `all but ${others[0]}` : of.join(", ");
}
