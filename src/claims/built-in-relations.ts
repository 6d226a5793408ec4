import { entityTypeId, relationId } from "../base/ids.ts";
import type { Family, Relation } from "./ontology.ts";

/** Ends as they are written in the table: names of types, or nothing for any. */
const actor = "person organization country group";
const people = "person group";
const bodies = "organization country";
const held = "person group organization document asset";
const belongings = "asset organization place document";

const rows: readonly Row[] = [
  // id, family, label, inverse, subjects, objects, FollowTheMoney, STIX, symmetric
  ["affiliate-of", "affiliation", "affiliate of", "has affiliate", "person organization group", "organization country"],
  ["member-of", "affiliation", "member of", "has member", actor, "organization group", "Membership"],
  ["leads", "affiliation", "leads", "led by", people, "organization country place group event", "Directorship"],
  ["part-of", "affiliation", "part of", "has part", "", ""],
  ["accused", "procedure", "accused", "accused by", actor, actor],
  ["charged", "procedure", "charged", "charged by", bodies, actor],
  ["convicted", "procedure", "convicted", "convicted by", bodies, actor],
  ["acquitted", "procedure", "acquitted", "acquitted by", bodies, actor],
  ["sanctioned", "procedure", "sanctioned", "sanctioned by", bodies, `${actor} asset`, "Sanction"],
  ["holds", "custody", "holds", "held by", actor, held],
  ["released", "custody", "released", "released by", actor, held],
  ["manages", "custody", "manages", "managed by", actor, "place organization asset event"],
  ["houses", "custody", "houses", "housed at", "place organization", "person group organization asset"],
  ["perpetrated", "action", "perpetrated", "perpetrated by", actor, "event"],
  ["participated-in", "action", "participated in", "had as participant", actor, "event"],
  ["involved", "action", "involved", "involved in", "event", ""],
  ["targeted", "action", "targeted", "targeted by", `${actor} event`, "", null, "targets"],
  ["intervened-in", "action", "militarily involved in", "saw military involvement of", actor, "country place event"],
  ["assisted", "action", "assisted", "assisted by", actor, `${actor} event`],
  ["victim-of", "action", "victim of", "had as victim", "person group organization country place", `${actor} event`],
  ["located-in", "place", "located in", "location of", "", "place country", null, "located-at"],
  ["national-of", "place", "national of", "has national", people, "country"],
  ["originates-from", "place", "comes from", "origin of", "", "place country", null, "originates-from"],
  ["took-place-in", "place", "took place in", "scene of", "event", "place country"],
  ["backs", "support", "backs", "backed by", actor, `${actor} event`],
  ["funds", "support", "funds", "funded by", actor, `${actor} event place asset`, "Payment"],
  ["supplies", "support", "supplies", "supplied by", actor, `${actor} event place`],
  ["fights", "conflict", "fights", "fought by", actor, actor],
  ["threatens", "conflict", "threatens", "threatened by", `${actor} event`, ""],
  ["warned-of", "conflict", "warned of", "subject of a warning by", actor, ""],
  ["tension-with", "conflict", "in tension with", "in tension with", actor, actor, null, null, "symmetric"],
  ["recruited", "recruitment", "recruited", "recruited by", actor, people],
  ["said", "speech", "said of", "spoken of by", actor, ""],
  ["denied", "speech", "denied", "denied by", actor, ""],
  ["owns", "property", "owns", "owned by", actor, belongings, "Ownership", "owns"],
  ["controls", "property", "controls", "controlled by", actor, `${belongings} country`, null, "controls"],
  ["holds-office", "property", "holds office in", "has in office", people, bodies, "Occupancy"],
  ["relative-of", "family", "relative of", "relative of", people, people, "Family", null, "symmetric"],
  ["related-to", "other", "related to", "related to", "", "", "UnknownLink", "related-to", "symmetric"],
  ["linked-to", "other", "linked to", "linked from", "", "", "UnknownLink", "related-to"],
];

type Row = readonly [
  id: string,
  family: Family,
  label: string,
  inverse: string,
  subjects: string,
  objects: string,
  ftm?: string | null,
  stix?: string | null,
  symmetric?: "symmetric",
];

/** Relations every case knows, by family. `related-to` and `linked-to` are for imported links that name no relation. */
export const builtInRelations: readonly Relation[] = rows.map(
  ([id, family, label, inverse, subjects, objects, ftm = null, stix = null, symmetric]) => ({
    id: relationId(id),
    family,
    label,
    inverse,
    symmetric: symmetric !== undefined,
    subjects: typesIn(subjects),
    objects: typesIn(objects),
    ftm,
    stix,
  }),
);

function typesIn(names: string): Relation["subjects"] {
  return names === "" ? [] : names.split(" ").map(entityTypeId);
}
