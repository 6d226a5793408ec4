import type { LinkList } from "../../case/views.ts";
import type { Citation, ClaimAttributes } from "../../claims/claim.ts";
import { type Command, jsonOption } from "../command.ts";
import { claimText, linkText } from "../link-text.ts";
import { printAnswer } from "../print-answer.ts";
import { shown } from "../terminal.ts";
import { caseArgument, knownOption, withKnownCase } from "../with-case.ts";

export const linksCommand: Command = {
  name: "links",
  summary: "list links with who says what",
  arguments: [caseArgument],
  options: [
    { name: "relation", value: "A,B", takes: "list", about: "only these relations" },
    { name: "standing-is", value: "S", about: "exactly: corroborated, stated, alleged, contested, denied" },
    { name: "stance", value: "S", about: "with a claim that asserts, alleges or denies" },
    { name: "of", value: "ENTITY", about: "that start or end at this entity" },
    { name: "limit", value: "N", takes: "number", about: "at most N, default 1000" },
    knownOption,
    jsonOption,
  ],
  examples: [
    "clew links data/moscow-2024.clew --relation charged",
    "clew links data/moscow-2024.clew --stance denies",
    "clew links data/moscow-2024.clew --standing-is alleged",
  ],
  run: ({ args: [path = ""], options }) =>
    withKnownCase(path, options, (opened) => {
      const given = {
        relations: options.list("relation"),
        standing: options.text("standing-is"),
        stance: options.text("stance"),
        of: options.text("of"),
        limit: options.number("limit"),
      };
      const answer = opened.links(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
      return printAnswer(options, { value: answer, lines: () => listLines(answer), empty: answer.count === 0 });
    }),
};

function* listLines({ count, complete, links }: LinkList): Iterable<string> {
  if (count === 0) yield "No such link.";
  for (const { link, claims } of links) {
    yield linkText(link, null);
    for (const claim of claims) {
      yield `    ${claimText({ ...claim, quote: quoteOf(claim.citation) })}`;
      if (claim.attributes.length > 0) yield `      ${attributesText(claim.attributes)}`;
    }
  }
  if (!complete) yield `… of ${count}; --limit shows more`;
}

function attributesText(attributes: ClaimAttributes): string {
  return attributes.map(([key, value]) => `${shown(key)}: ${shown(String(value))}`).join(", ");
}

function quoteOf(citation: Citation | null): string | null {
  return citation !== null && "quote" in citation && citation.quote !== "" ? citation.quote : null;
}
