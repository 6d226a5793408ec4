import type { RelationWords } from "../thing-records.ts";

/** The relations of link schemata that not every case has, and how they are called. */
export const ftmRelations: ReadonlyMap<string, RelationWords> = new Map<string, RelationWords>([
  ["works-for", { inverse: "employs", family: "affiliation", ftm: "Employment" }],
  ["associate-of", { symmetric: true, family: "affiliation", ftm: "Associate" }],
  ["represents", { inverse: "represented by", family: "affiliation", ftm: "Representation" }],
  ["paid", { inverse: "paid by", family: "support", ftm: "Payment" }],
  ["owes", { inverse: "is owed by", family: "property", ftm: "Debt" }],
  ["preceded", { inverse: "succeeded", family: "affiliation", ftm: "Succession" }],
  ["documents", { inverse: "documented in", ftm: "Documentation" }],
  ["mentions", { inverse: "mentioned in", ftm: "Mention" }],
  ["awarded-to", { inverse: "was awarded", family: "property", ftm: "ContractAward" }],
  ["party-in", { inverse: "has as party", family: "procedure", ftm: "CourtCaseParty" }],
  ["participates-in", { inverse: "has as participant", family: "affiliation", ftm: "ProjectParticipant" }],
  ["similar-to", { symmetric: true, ftm: "Similar" }],
  ["called", { inverse: "called by", ftm: "Call" }],
]);
