import type { Ontology } from "../../claims/ontology.ts";
import { relationOf } from "../../claims/ontology.ts";
import type { AroundAnswer } from "../../query/answer.ts";
import { type Command, jsonOption } from "../command.ts";
import { printAnswer } from "../print-answer.ts";
import { askedOf, questionOptions } from "../question-options.ts";
import { bold, colored, lineForms, shown } from "../terminal.ts";
import { caseArgument, withCase } from "../with-case.ts";

export const aroundCommand: Command = {
  name: "around",
  summary: "show what lies within some hops of an entity",
  arguments: [caseArgument, { name: "ENTITY", about: "id, exact name or alias, or type:name" }],
  options: [...questionOptions("around"), jsonOption],
  examples: ["clew around data/moscow-2024.clew Tajikistan --hops 2"],
  run: ({ args: [path = "", center = ""], options }) =>
    withCase(path, (opened) => {
      const answer = opened.around(askedOf("around", { center }, options));
      const empty = answer.hops > 0 && answer.entities.length <= 1;
      return printAnswer(options, { value: answer, lines: () => aroundLines(opened.ontology, answer), empty });
    }),
};

function* aroundLines(ontology: Ontology, answer: AroundAnswer): Iterable<string> {
  const names = new Map(answer.entities.map(({ id, name }) => [id, shown(name)]));
  const reached = answer.perHop.slice(1).map((count, at) => `${count} after ${at + 1} ${at === 0 ? "hop" : "hops"}`);
  yield bold(`${names.get(answer.center) ?? ""}: ${reached.length === 0 ? "nothing" : reached.join(", ")}`);
  for (const { from, to, relation, standing } of answer.links) {
    const { label } = relationOf(ontology, relation);
    yield `  ${names.get(from)} ${lineForms[standing]} ${shown(label)} → ${names.get(to)}  ${colored(standing)}`;
  }
  if (!answer.complete) yield `There may be more: stopped by the ${answer.stop}.`;
}
