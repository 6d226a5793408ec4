import { expect, test } from "vitest";
import { parseClaim } from "../../src/claims/parse-record.ts";
import { soundClaim } from "../../src/claims/sound-claim.ts";
import { randomFrom } from "../formats/random-from.ts";
import { attributeClaim, linkClaim } from "../store/records.ts";

const imported = { kind: "imported", file: "f.csv", row: 3 };
/** Values that may stand in any field: sound in some, wrong in others. */
const values: readonly unknown[] = [
  ...["", "a", "x\ud800", "2024-03", "2019/..", "2024-13", "~2024", "2024-03-24T09:30:00Z", "denies", "link", "attribute"],
  ...[null, undefined, 0, -1, 1, 6, 7, 2.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60, true, [], {}],
  ...[
    { kind: "row", row: 3 },
    { kind: "row", row: -1 },
    { kind: "row", row: 3, page: "4" },
  ],
  ...[
    { kind: "quote", quote: "ab", start: 1, end: 3 },
    { kind: "quote", quote: "ab", start: 1, end: 4 },
  ],
  ...[{ kind: "page", page: "4", quote: "" }, { kind: "hand" }, imported, { ...imported, row: null }, { ...imported, row: "3" }],
  ...[[["weight", 2]], [["weight", 2, 3]], [[1, 2]], [["weight", null]], [["__proto__", "x"]], "weight"],
];

/** By the schema alone: an object without a prototype is none that is plainly sound. */
function bySchema(given: object): string {
  try {
    return JSON.stringify(parseClaim(Object.assign(Object.create(null), given)));
  } catch {
    return "refused";
  }
}

test("a claim that is plainly sound is as the schema gives it, and what the schema refuses is not plainly sound", () => {
  const random = randomFrom(7);
  const base = [
    linkClaim("c1", "a owns b", { origin: imported as never }),
    { ...attributeClaim("c2", "a", 3), origin: imported },
  ];
  let sound = 0;
  for (let n = 0; n < 6_000; n++) {
    const claim: Record<string, unknown> = { ...base[n % 2] };
    for (let changes = Math.floor(random() * 3); changes > 0; changes--) {
      const fields = [...Object.keys(claim), "extra"];
      claim[fields[Math.floor(random() * fields.length)]!] = values[Math.floor(random() * values.length)];
    }
    if (random() < 0.05) delete claim.note;
    const quick = soundClaim(claim);
    if (quick === null) continue;
    sound++;
    expect(JSON.stringify(quick)).toBe(bySchema(claim));
  }
  expect(sound).toBeGreaterThan(2_000);
});
