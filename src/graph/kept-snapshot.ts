import { BadInput } from "../base/problem.ts";
import { decodeUtf8, encodeUtf8 } from "../base/utf8.ts";
import type { Ontology } from "../claims/ontology.ts";
import type { BuiltSnapshot } from "./build-snapshot.ts";
import { checkSnapshot } from "./check-snapshot.ts";
import { namesInOntology } from "./names-in-ontology.ts";
import { countIds, type PackedIds } from "./packed-ids.ts";
import type { SnapshotNames } from "./snapshot.ts";
import { openSnapshot, snapshotPieces } from "./snapshot-buffer.ts";

/**
 * A snapshot and its names as bytes that are opened where they lie: the snapshot's buffer, the starts and the bytes of its ids, the
 * other names as JSON, and a footer of four numbers (float64): bytes of the snapshot, ids, bytes of the ids, bytes of the JSON.
 */
const FOOTER_BYTES = 32;

type OtherNames = Omit<SnapshotNames, "entities">;

/** By what it was made: who opens it must have the same. */
interface Rules {
  /** Says what of the ontology is in the columns. */
  readonly mark: string;
  readonly ontology: Ontology;
}

/** The bytes, in pieces that lie one after the other, of a snapshot that has not changed since it was laid; without its room. */
export function keptPieces({ snapshot, names }: BuiltSnapshot, mark: string): readonly Uint8Array[] {
  const { entities, relations, sources, types } = names;
  const laid = snapshotPieces(snapshot);
  const length = laid.reduce((sum, piece) => sum + piece.length, 0);
  const json = encodeUtf8(JSON.stringify({ mark, relations, sources, types }));
  const footer = Float64Array.of(length, countIds(entities), entities.bytes.length, json.length);
  return [...laid, bytesOf(entities.starts), entities.bytes, json, new Uint8Array(footer.buffer)];
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/**
 * Opens what `keptPieces` gave, without a copy but of the few names that are texts. Throws BadInput on bytes that are no such
 * thing, were made by other rules, or lead out of themselves anywhere. O(nodes + links + claims).
 */
export function openKept(bytes: Uint8Array, rules: Rules): BuiltSnapshot {
  const places = placesIn(bytes);
  const others = othersIn(bytes, places, rules);
  const { buffer, byteOffset } = bytes;
  const entities: PackedIds = {
    bytes: new Uint8Array(buffer, byteOffset + places.ids, places.json - places.ids),
    starts: new Uint32Array(buffer, byteOffset + places.starts, (places.ids - places.starts) / 4),
  };
  const built = { snapshot: openSnapshot(buffer, places.starts), names: { entities, ...others } };
  checkSnapshot(built);
  return built;
}

interface Places {
  readonly starts: number;
  readonly ids: number;
  readonly json: number;
  readonly footer: number;
}

function placesIn({ buffer, byteOffset, length }: Uint8Array): Places {
  const footer = length - FOOTER_BYTES;
  if (byteOffset !== 0 || footer < 0) throw damaged("a footer", `${length} bytes`);
  const told = new Float64Array(buffer.slice(footer, length));
  const [laid, ids, idBytes, json] = [told[0]!, told[1]!, told[2]!, told[3]!];
  const isSound = told.every((number) => Number.isSafeInteger(number) && number >= 0) && laid % 8 === 0;
  const places = { starts: laid, ids: laid + 4 * (ids + 1), json: laid + 4 * (ids + 1) + idBytes, footer };
  if (!isSound || places.json + json !== footer) throw damaged("lengths that add up", told.join(", "));
  return places;
}

function othersIn(bytes: Uint8Array, { json, footer }: Places, { mark, ontology }: Rules): OtherNames {
  const read = parsed(decodeUtf8(bytes, json, footer));
  if (read === null) throw damaged("names as JSON", "something else");
  if (read.mark !== mark) throw damaged("one made by the same rules", "one made by others");
  const { relations, sources, types } = read;
  if (!isTexts(relations) || !isTexts(sources) || !isTexts(types)) throw damaged("lists of names", "something else");
  return { relations, sources, types, ...namesInOntology(ontology, { relations, types }) };
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null ? (read as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

function isTexts(list: unknown): list is readonly string[] {
  return Array.isArray(list) && list.every((each) => typeof each === "string");
}

function damaged(wanted: string, got: string): BadInput {
  return new BadInput(`kept snapshot: wanted ${wanted}, got ${got}`);
}
