import { join } from "node:path";
import { expect, test } from "vitest";
import { openCase } from "../../src/case/open-case.ts";
import { scratchFolder, smallCase } from "./small-case.ts";

const folder = scratchFolder();

test("while a reading is held, all is asked of its revision; afterwards of what was written meanwhile", async () => {
  const writer = await smallCase(folder);
  const reader = openCase(join(folder, `${writer.name}.clew`), { mode: "read" });
  const hops = () => reader.path({ from: "registrar", to: "cyr" }).paths.map(({ hops }) => hops);
  const held = reader.prepare("held");
  expect(held).toBe(writer.revision);
  expect(hops()).toEqual([3]);
  writer.record({ subject: "registrar", relation: "linked-to", object: "cyr", stance: "asserts", source: "s2" });
  expect(hops()).toEqual([3]);
  expect(reader.revision).toBe(held);
  reader.letGo();
  expect(hops()).toEqual([1]);
  expect(reader.revision).toBe(held + 1);
  reader.letGo();
  reader.close();
  writer.close();
});
