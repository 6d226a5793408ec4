import { questionCommand } from "../question-command.ts";

export const pathCommand = questionCommand({
  ask: "path",
  summary: "find how two entities are linked, and on whose word",
  arguments: [
    { name: "FROM", about: "an entity, or type:* for every entity of a type" },
    { name: "TO", about: "likewise" },
  ],
  named: ([from = "", to = ""]) => ({ from, to }),
  examples: [
    "clew path data/moscow-2024.clew ISIS-K Ukraine",
    "clew path data/moscow-2024.clew ISIS-K Ukraine --standing stated",
    "clew path data/moscow-2024.clew 'person:*' Ukraine --kind k-shortest --k 3",
  ],
});
