/** Says `reading`, then imports a file into a case: what is killed on the way. Says each step of an import that is streamed. */
import { writeSync } from "node:fs";
import { openCase } from "../../../src/case/open-case.ts";

const [path = "", file = ""] = process.argv.slice(2);
const opened = openCase(path);
writeSync(1, "reading\n");
await opened.import([file], { onProgress: ({ step }) => writeSync(1, `${step}\n`) });
writeSync(1, "done\n");
opened.close();
