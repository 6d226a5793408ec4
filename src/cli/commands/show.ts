import type { EntityView } from "../../case/views.ts";
import { valueText } from "../../claims/value-text.ts";
import { type Command, jsonOption } from "../command.ts";
import { linkText } from "../link-text.ts";
import { printAnswer } from "../print-answer.ts";
import { bold, dim, shown } from "../terminal.ts";
import { caseArgument, knownOption, withKnownCase } from "../with-case.ts";

export const showCommand: Command = {
  name: "show",
  summary: "show an entity: its links, figures and sources",
  arguments: [caseArgument, { name: "ENTITY", about: "id, exact name or alias, or type:name" }],
  options: [
    {
      name: "limit",
      value: "N",
      takes: "number",
      about: "at most N links, default 200: of many, those that each group begins with",
    },
    knownOption,
    jsonOption,
  ],
  examples: ["clew show data/moscow-2024.clew SDF"],
  run: ({ args: [path = "", entity = ""], options }) =>
    withKnownCase(path, options, (opened) => {
      const limit = options.number("limit");
      const view = opened.show(opened.find(entity, "typed").id, limit === undefined ? {} : { limit });
      return printAnswer(options, { value: view, lines: () => entityLines(view), empty: false });
    }),
};

function* entityLines(view: EntityView): Iterable<string> {
  const { entity } = view;
  yield `${bold(shown(entity.name))}  ${shown(entity.type)}  ${dim(shown(entity.id))}`;
  if (entity.written !== undefined) yield dim(`written ${shown(entity.written)} in ${shown(entity.space ?? "world")}`);
  if (entity.description !== "") yield shown(entity.description, 500);
  if (entity.aliases.length > 0) yield dim(`also ${entity.aliases.map((alias) => shown(alias, 80)).join(", ")}`);
  for (const { name, id } of view.mergedFrom) yield dim(`also recorded as ${shown(name)} (${shown(id)})`);
  for (const claim of view.attributes) yield `  ${figureLine(claim)}`;
  for (const group of view.groups) {
    yield bold(shown(group.label));
    for (const link of group.links) yield `  ${linkText(link, entity.id)}`;
    if (group.links.length < group.count) yield dim(`  … of ${group.count}; --limit shows more`);
  }
  yield* aboutLines(view);
}

function figureLine(claim: EntityView["attributes"][number]): string {
  const note = claim.note === "" ? "" : ` (${shown(claim.note)})`;
  const denied = claim.stance === "denies" ? "not " : "";
  const who = claim.speakerName === null ? claim.sourceTitle : `${claim.speakerName}, in ${claim.sourceTitle}`;
  return `${denied}${shown(claim.property)}: ${shown(valueText(claim))}${note}  ${dim(shown(who))}`;
}

function* aboutLines(view: EntityView): Iterable<string> {
  if (view.mentions.length > 0) yield bold("named in");
  for (const { role, link } of view.mentions) yield `  ${role === "speaker" ? "says" : "about it"}: ${linkText(link, null)}`;
  if (view.moreMentions) yield dim("  … and more; --limit shows them");
  for (const { verdict, other, reason } of view.judgements)
    yield `${bold(verdict === "unsure" ? "perhaps the same as" : `judged ${verdict}`)}  ${shown(other.name)}  ${dim(shown(reason))}`;
  if (view.sources.length > 0) yield bold("sources");
  for (const { title, claims } of view.sources)
    yield `  ${shown(title)}  ${dim(`${claims} ${claims === 1 ? "claim" : "claims"}`)}`;
}
