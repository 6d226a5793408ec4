const text = "Ada owns Bolt, and has since 2014. Cyr funds Bolt, said Ada. Cyr denies it. About 300 people work there.";

const shared = { source: "s1", recordedBy: "eve", recordedAt: "2024-03-20T10:00:00.000Z" };

function link(id: string, subject: string, relation: string, object: string, more: object = {}): object {
  return { kind: "claim", claim: "link", id, subject, relation, object, stance: "asserts", ...shared, ...more };
}

function attribute(id: string, subject: string, property: string, value: string | number | boolean, more: object = {}): object {
  return { kind: "claim", claim: "attribute", id, subject, property, value, stance: "asserts", ...shared, ...more };
}

/** A case that has one of everything a case can have, as Clew JSON lines. */
export const roundTripCase: readonly object[] = [
  { clew: 1, name: "all" },
  { kind: "type", id: "yacht", parent: "asset", label: "yacht", plural: "yachts" },
  { kind: "relation", id: "sails-with", family: "other", label: "sails with", inverse: "sails with", symmetric: true },
  { kind: "property", id: "crew", label: "crew", unit: "people" },
  {
    ...{
      kind: "source",
      id: "s1",
      title: "Briefing",
      publisher: "The Office",
      author: "A. Nonymous",
      url: "https://example.org/briefing",
    },
    ...{ published: "2024-03", retrieved: "2024-03-20", text, reliability: "B" },
  },
  { kind: "source", id: "s2", title: "Ledger", url: "https://example.org/ledger" },
  { kind: "source", id: "s3", title: "Copy of the ledger", derivedFrom: "s2" },
  { kind: "entity", id: "ada", type: "person", name: "Ada Löw", aliases: ["Ada", "A. Löw"], description: "a trader" },
  { kind: "entity", id: "bolt", type: "organization", name: "Bolt & Co." },
  { kind: "entity", id: "cyr", type: "person", name: "Cyr" },
  { kind: "entity", id: "cyr-2", type: "person", name: "Cyrus" },
  { kind: "entity", id: "sea", type: "yacht", name: "Sea Star" },
  { kind: "entity", id: "alone", type: "place", name: "Nowhere" },
  { kind: "entity", id: "ghost", type: "thing", name: "ghost", placeholder: true },
  link("c1", "ada", "owns", "bolt", {
    ...{ citation: { quote: "Ada owns Bolt" }, during: "2014/..", said: "2024-03-20", credibility: 2, note: "all of it" },
    attributes: [
      ["weight", 2.5],
      ["share", "60 %"],
    ],
  }),
  link("c2", "ada", "owns", "bolt", { source: "s2", citation: { kind: "row", row: 7 }, note: "all of it" }),
  link("c3", "ada", "owns", "bolt", { source: "s3", citation: { kind: "page", page: "iv", quote: "Ada owns it" }, relays: "c2" }),
  link("c4", "cyr", "funds", "bolt", { stance: "alleges", speaker: "ada", about: "sea", citation: { quote: "Cyr funds Bolt" } }),
  link("c5", "cyr", "funds", "bolt", { stance: "denies", speaker: "cyr", citation: { quote: "Cyr denies it" } }),
  link("c6", "ada", "accused", "cyr", { stance: "alleges", speaker: "bolt" }),
  link("c7", "ghost", "leads", "bolt", { stance: "denies" }),
  link("c8", "sea", "sails-with", "ada"),
  link("c9", "ada", "relative-of", "cyr", { during: "~2001", note: "cousins" }),
  attribute("c10", "bolt", "count", 300, {
    approximate: true,
    citation: { quote: "About 300 people work there" },
    during: "2023",
  }),
  attribute("c11", "bolt", "address", "1 Main St"),
  attribute("c12", "sea", "crew", 12.5),
  attribute("c13", "sea", "insured", true, { stance: "denies" }),
  link("c14", "ada", "funds", "sea"),
  { kind: "withdrawn", claim: "c14", reason: "a slip of the pen" },
  {
    kind: "judgement",
    id: "j1",
    a: "cyr",
    b: "cyr-2",
    verdict: "same",
    reason: "one passport",
    by: "eve",
    at: shared.recordedAt,
  },
  { kind: "judgement", id: "j2", a: "ada", b: "ghost", verdict: "unsure", reason: "perhaps", by: "eve", at: shared.recordedAt },
  {
    ...{ kind: "chart", id: "main", name: "Main" },
    nodes: [
      { entity: "ada", x: 1.5, y: -2, pinned: true },
      { entity: "bolt", x: 0, y: 10, pinned: false },
    ],
  },
  { kind: "chart", id: "other", name: "Other", nodes: [{ entity: "sea", x: 3, y: 3, pinned: false }] },
  { kind: "question", id: "q1", name: "How", ask: "path", asked: { from: ["ada"], to: ["bolt"] } },
];
