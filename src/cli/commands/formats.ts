import { type Command, jsonOption } from "../command.ts";
import { printJson, printLine } from "../terminal.ts";

export const formatsCommand: Command = {
  name: "formats",
  summary: "list what can be read and written",
  arguments: [],
  options: [jsonOption],
  examples: ["clew formats"],
  run: async ({ options }) => {
    const { describeFormats } = await import("../../case/describe-formats.ts");
    const described = describeFormats();
    if (options.flag("json")) {
      await printJson({ formats: described });
      return 0;
    }
    const width = Math.max(...described.map(({ id }) => id.length));
    for (const { id, label, extensions, read, write, parts } of described) {
      const does = [read ? "read" : "", write ? "write" : ""].filter(Boolean).join(", ");
      const choice = parts.length > 1 ? `  (parts: ${parts.join(", ")})` : "";
      await printLine(`${id.padEnd(width)}  ${does.padEnd(12)}  ${label} ${extensions.join(" ")}${choice}`);
    }
    return 0;
  },
};
