import { questionCommand } from "../question-command.ts";

export const connectCommand = questionCommand({
  ask: "connect",
  summary: "find the smallest network that joins several entities",
  arguments: [{ name: "ENTITY", about: "two entities or more", count: "some" }],
  named: (entities) => ({ entities }),
  examples: ["clew connect data/moscow-2024.clew ISIS-K Ukraine Tajikistan"],
});
