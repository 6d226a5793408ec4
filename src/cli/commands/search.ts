import type { SearchHit } from "../../store/case-store.ts";
import { type Command, jsonOption } from "../command.ts";
import { printAnswer } from "../print-answer.ts";
import { bold, dim, shown } from "../terminal.ts";
import { caseArgument, withCase } from "../with-case.ts";

export const searchCommand: Command = {
  name: "search",
  summary: "find entities by name or alias",
  arguments: [caseArgument, { name: "TEXT", about: "part of a name; case, accents and a slip of the pen do not matter" }],
  options: [
    { name: "type", value: "T", about: "only entities of this type" },
    { name: "limit", value: "N", takes: "number", about: "at most N, default 20" },
    jsonOption,
  ],
  examples: ["clew search data/moscow-2024.clew khorasan"],
  run: ({ args: [path = "", text = ""], options }) =>
    withCase(path, (opened) => {
      const [type, limit] = [options.text("type"), options.number("limit")];
      const hits = opened.search(text, { ...(type === undefined ? {} : { type }), ...(limit === undefined ? {} : { limit }) });
      const none = `Nothing in ${shown(opened.name)} is called like ${shown(JSON.stringify(text))}.`;
      const empty = hits.length === 0;
      return printAnswer(options, { value: { hits }, lines: () => (empty ? [none] : hits.map(hitLine)), empty });
    }),
};

function hitLine({ entity, matched, similar }: SearchHit): string {
  const alias = `${matched === entity.name ? "" : dim(`  also ${shown(matched)}`)}${similar ? dim("  similar") : ""}`;
  return `${bold(shown(entity.name))}  ${shown(entity.type)}  ${dim(shown(entity.id))}${alias}`;
}
