import { expect, test } from "vitest";
import { draftOf, emptyClaimForm } from "../../../src/ui/state/claim-form.ts";

const link = {
  ...emptyClaimForm,
  subject: { text: "Russia", id: "r" },
  relation: "charged",
  object: { text: "the suspects", id: null },
  source: "a",
};

test("a link claim names its ends by id or by the name typed, and leaves out what was not filled in", () => {
  expect(draftOf({ ...link, note: " terrorism " })).toEqual({
    kind: "link",
    subject: "r",
    relation: "charged",
    object: "the suspects",
    source: "a",
    stance: "asserts",
    speaker: null,
    about: null,
    citation: null,
    said: null,
    during: null,
    note: "terrorism",
  });
});

test.each([{ subject: { text: "", id: null } }, { relation: null }, { object: { text: " ", id: null } }, { source: null }])(
  "a link claim without %o is no claim yet",
  (missing) => {
    expect(draftOf({ ...link, ...missing })).toBeNull();
  },
);

test.each([
  ["133", 133],
  ["10,000", 10_000],
  ["-1.5", -1.5],
  ["1,2", "1,2"],
  ["about ten", "about ten"],
  ["0x10", "0x10"],
])("the value %s is %o", (value, kept) => {
  expect(draftOf({ ...link, kind: "attribute", property: "count", value })).toMatchObject({ kind: "attribute", value: kept });
});
