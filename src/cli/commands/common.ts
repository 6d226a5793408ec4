import { questionCommand } from "../question-command.ts";

export const commonCommand = questionCommand({
  ask: "common",
  summary: "show what several entities have in common",
  arguments: [{ name: "ENTITY", about: "two entities or more", count: "some" }],
  named: (entities) => ({ entities }),
  examples: ["clew common data/moscow-2024.clew ISIS-K Ukraine"],
});
