import { entityTypeId } from "../base/ids.ts";
import type { EntityType, Shape } from "./ontology.ts";

/**
 * The colours are Okabe-Ito's hues, moved as little as it takes for three things that a test computes:
 * contrast of at least 3:1 on paper and panel, light and dark; kinds of one shape told apart by people
 * with any colour vision; other kinds never closer than a hair, since their shape tells them apart.
 */
const rows: readonly Row[] = [
  // id, label, plural, icon, FollowTheMoney, STIX, then shape and colours (roots) or the parent (subtypes)
  ["person", "Person", "People", "user-round", "Person", "identity", "disc", "#106DA6", "#52A4D7"],
  ["organization", "Organization", "Organizations", "building-2", "Organization", "identity", "square", "#BC4B05", "#F1803C"],
  ["company", "Company", "Companies", "briefcase-business", "Company", "identity", "organization"],
  ["public-body", "Public body", "Public bodies", "landmark", "PublicBody", "identity", "organization"],
  ["armed-group", "Armed group", "Armed groups", "shield", "Organization", "identity", "organization"],
  ["media", "Media", "Media", "newspaper", "Organization", "identity", "organization"],
  ["country", "Country", "Countries", "flag", null, "location", "hexagon", "#00805D", "#2FBF8F"],
  ["place", "Place", "Places", "map-pin", null, "location", "disc", "#228ADE", "#90D2FF"],
  ["city", "City", "Cities", "building", null, "location", "place"],
  ["facility", "Facility", "Facilities", "warehouse", null, "location", "place"],
  ["camp", "Camp", "Camps", "tent", null, "location", "place"],
  ["event", "Event", "Events", "sparkle", "Event", null, "diamond", "#A8558A", "#DC8DBC"],
  ["attack", "Attack", "Attacks", "zap", "Event", "incident", "event"],
  ["trial", "Trial", "Trials", "gavel", "CourtCase", null, "event"],
  ["election", "Election", "Elections", "vote", "Event", null, "event"],
  ["war", "War", "Wars", "swords", "Event", null, "event"],
  ["meeting", "Meeting", "Meetings", "handshake", "Event", null, "event"],
  ["group", "Group", "Groups", "users-round", null, "identity", "disc", "#AD7910", "#E8B239"],
  ["document", "Document", "Documents", "file-text", "Document", null, "square", "#696E74", "#B4B8BC"],
  ["asset", "Asset", "Assets", "gem", "Asset", null, "hexagon", "#6C5AD2", "#AD9EFB"],
  ["thing", "Thing", "Things", "circle", "Thing", null, "disc", "#5E5A54", "#AAA8A4"],
];

type Names = [id: string, label: string, plural: string, icon: string, ftm: string | null, stix: string | null];
type Row = readonly [...Names, shape: Shape, light: string, dark: string] | readonly [...Names, parent: string];

/** Entity types every case knows, parents before their kinds; a kind draws in the shape and colours of its parent. */
export const builtInTypes: readonly EntityType[] = typesOfRows();

function typesOfRows(): EntityType[] {
  const types = new Map<string, EntityType>();
  for (const row of rows) {
    const [id, label, plural, icon, ftm, stix] = row;
    const look = row.length === 9 ? rootLook(row) : inheritedLook(types.get(row[6]), row[6]);
    types.set(id, { id: entityTypeId(id), label, plural, icon, ...look, ftm, stix });
  }
  return [...types.values()];
}

type Look = Pick<EntityType, "parent" | "shape" | "color">;

function rootLook([, , , , , , shape, light, dark]: Extract<Row, { length: 9 }>): Look {
  return { parent: null, shape, color: { light, dark } };
}

function inheritedLook(parent: EntityType | undefined, named: string): Look {
  if (parent === undefined) throw new Error(`the table of types: wanted ${named} above its kinds`);
  return { parent: parent.id, shape: parent.shape, color: parent.color };
}
