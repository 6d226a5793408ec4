/**
 * Opens a case for writing, says `open`, and appends entries: after each that is on disk its number, after each that is refused
 * `refused` and why. Ends with what it still can read.
 */
import { writeSync } from "node:fs";
import { BadInput } from "../../../src/base/problem.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open-sqlite-store.ts";
import { author, entityOf } from "../../store/records.ts";

const [path = "", entries = "1", name = "e"] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

try {
  const store = openSqliteStore(path, { mode: "write" });
  say("open");
  for (let n = 0; n < Number(entries); n++) {
    try {
      store.apply([{ kind: "put-entity", before: null, after: entityOf(`${name}${n}`) }], author);
      say(`${name}${n}`);
    } catch (error) {
      sayRefusal(error);
    }
  }
  say(`reads ${[...store.entities()].length}`);
  store.close();
} catch (error) {
  sayRefusal(error);
}

function sayRefusal(error: unknown): void {
  if (!(error instanceof BadInput) || error.message.includes("\n")) throw error;
  say(`refused ${error.message}`);
}
