import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { type Case, openCase } from "../../src/case/open-case.ts";
import type { OfferedSnapshot } from "../../src/case/snapshot-exchange.ts";
import { packIds } from "../../src/graph/packed-ids.ts";
import { alone } from "./patches/alone.ts";
import { bytes, jsonLines, scratchFolder, smallLines } from "./small-case.ts";

/** One case, opened by a writer and by two readers that exchange snapshots; `offers` grows with each that is built. */
async function exchanging(use: (opened: { writer: Case; readers: readonly [Case, Case]; offers: OfferedSnapshot[] }) => void) {
  const path = join(scratchFolder(), "case.clew");
  const writer = openCase(path, { mode: "create", by: "tester" });
  await writer.import([{ name: "small.clew.jsonl", bytes: bytes(jsonLines(smallLines)) }]);
  const offers: OfferedSnapshot[] = [];
  const newest = () => offers.at(-1) ?? null;
  const exchange = {
    latest: newest,
    newest,
    offer: (offered: OfferedSnapshot) => void offers.push(offered),
    ...alone,
  };
  const reader = () => openCase(path, { mode: "read", exchange });
  const readers = [reader(), reader()] as const;
  use({ writer, readers, offers });
  for (const opened of [...readers, writer]) opened.close();
}

const fromAda = (opened: Case) => {
  const { elapsedMs, ...answer } = opened.path({ from: "Ada", to: "Cyr", includeDenied: true });
  return answer;
};

test("a snapshot is built once and answers alike wherever it is taken over", () =>
  exchanging(({ writer, readers: [first, second], offers }) => {
    const answers = [first, second, first, second].map(fromAda);
    expect(offers).toHaveLength(1);
    expect(offers[0]?.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(answers).toEqual(Array(4).fill(fromAda(writer)));
    expect(answers[0]?.count).toBe(1);
  }));

test("what a change left behind is never taken over", () =>
  exchanging(({ writer, readers: [first, second], offers }) => {
    expect(first.path({ from: "place:Twin", to: "Ada" }).count).toBe(0);
    writer.record({ subject: "Ada", relation: "owns", object: "place:Twin", stance: "asserts", source: "Ledger" });
    expect(second.path({ from: "place:Twin", to: "Ada" }).count).toBe(1);
    expect(first.path({ from: "place:Twin", to: "Ada" }).count).toBe(1);
    expect(offers.map(({ revision }) => revision)).toEqual([1]);
  }));

test("a snapshot of a later revision than this reader sees, or of none, is not taken", () =>
  exchanging(({ readers: [first, second], offers }) => {
    const answer = fromAda(first);
    offers.push({ ...offers[0]!, revision: 99, names: { ...offers[0]!.names, entities: packIds([]) } });
    expect(fromAda(second)).toEqual(answer);
    expect(offers.map(({ revision }) => revision)).toEqual([1, 99, 1]);
  }));

test("a snapshot that another has taken the place of is held by nobody", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const made: WeakRef<object>[] = [];
  const path = join(scratchFolder(), "case.clew");
  const writer = openCase(path, { mode: "create", by: "tester" });
  await writer.import([{ name: "small.clew.jsonl", bytes: bytes(jsonLines(smallLines)) }]);
  let last: OfferedSnapshot | null = null;
  const offer = (offered: OfferedSnapshot) => {
    last = offered;
    made.push(new WeakRef(offered.buffer));
  };
  const reader = openCase(path, { mode: "read", exchange: { latest: () => last, newest: () => last, offer, ...alone } });
  for (const name of ["one", "two", "three"]) {
    await writer.import([{ name: `${name}.csv`, bytes: Buffer.from(`source,target,relation\n${name},Ada,funds\n`) }]);
    fromAda(reader);
  }
  await new Promise((later) => setTimeout(later, 10));
  collect();
  expect(made.map((ref) => ref.deref() !== undefined)).toEqual([false, false, true]);
  reader.close();
  writer.close();
});
