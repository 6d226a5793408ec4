import { questionCommand } from "../question-command.ts";

export const patternCommand = questionCommand({
  ask: "pattern",
  summary: "find every way to fill a small graph with holes",
  arguments: [{ name: "PATTERN", about: "types, names and relations: 'person -member-of-> organization <-charged- *'" }],
  named: ([pattern = ""]) => ({ pattern }),
  examples: ["clew pattern data/moscow-2024.clew 'person -member-of-> organization -perpetrated-> event'"],
});
