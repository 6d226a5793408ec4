import { questionCommand } from "../question-command.ts";

export const bearingCommand = questionCommand({
  ask: "bearing",
  summary: "show which claim, source, link or entity alone carries a link between two entities",
  arguments: [
    { name: "FROM", about: "an entity, or type:* for every entity of a type" },
    { name: "TO", about: "likewise" },
  ],
  named: ([from = "", to = ""]) => ({ from, to }),
  examples: ["clew bearing data/moscow-2024.clew ISIS-K Ukraine"],
});
