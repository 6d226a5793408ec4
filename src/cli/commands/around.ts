import { questionCommand } from "../question-command.ts";

export const aroundCommand = questionCommand({
  ask: "around",
  summary: "show what lies within some hops of an entity",
  arguments: [{ name: "ENTITY", about: "id, exact name or alias, or type:name" }],
  named: ([center = ""]) => ({ center }),
  examples: ["clew around data/moscow-2024.clew Tajikistan --hops 2"],
});
