import { expect, test } from "vitest";
import { builtInOntology } from "../../src/claims/built-in-ontology.ts";
import { describeClaim } from "../../src/claims/describe-claim.ts";
import { parseClaim } from "../../src/claims/parse-record.ts";

const common = {
  id: "c",
  subject: "ukraine",
  stance: "asserts",
  speaker: null,
  source: "s",
  citation: null,
  during: null,
  said: null,
  about: null,
  note: "",
  credibility: null,
  relays: null,
  origin: { kind: "hand" },
  recordedBy: "tester",
  recordedAt: "2024-04-01T00:00:00Z",
};
const link = { ...common, kind: "link", relation: "assisted", object: "attack", attributes: [] };
const attribute = { ...common, kind: "attribute", subject: "attack", property: "casualties", value: 133, approximate: false };
const names = new Map([
  ["ukraine", "Ukraine"],
  ["attack", "Attack in Moscow"],
  ["putin", "Vladimir Putin"],
]);
const words = { ontology: builtInOntology, entity: (id: string) => names.get(id) ?? id };

test.each<[string, object]>([
  ["Ukraine assisted Attack in Moscow", link],
  ["Ukraine denies: Ukraine assisted Attack in Moscow", { ...link, stance: "denies", speaker: "ukraine" }],
  ["Vladimir Putin alleges: Ukraine assisted Attack in Moscow", { ...link, stance: "alleges", speaker: "putin" }],
  ["Vladimir Putin asserts: Ukraine assisted Attack in Moscow", { ...link, speaker: "putin" }],
  ["Alleged: Ukraine assisted Attack in Moscow", { ...link, stance: "alleges" }],
  ["Denied: Ukraine assisted Attack in Moscow", { ...link, stance: "denies" }],
  [
    "Vladimir Putin accused Ukraine (a role in facilitating the attackers), about Attack in Moscow",
    {
      ...link,
      subject: "putin",
      relation: "accused",
      object: "ukraine",
      about: "attack",
      note: "a role in facilitating the attackers",
    },
  ],
  ["Ukraine assisted Attack in Moscow, since 2019", { ...link, during: "2019/.." }],
  ["Ukraine was seen with Attack in Moscow", { ...link, relation: "was-seen-with" }],
  ["Attack in Moscow: casualties 133", attribute],
  ["Attack in Moscow: casualties about 10,000", { ...attribute, value: 10_000, approximate: true }],
  ["Denied: Attack in Moscow: casualties 133", { ...attribute, stance: "denies" }],
  ["Attack in Moscow: __proto__ true", { ...attribute, property: "__proto__", value: true }],
])("%s", (sentence, claim) => {
  expect(describeClaim(parseClaim(claim), words)).toBe(sentence);
});
