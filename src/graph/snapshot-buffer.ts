import { BadInput } from "../base/problem.ts";
import type { Snapshot, SnapshotColumns, SnapshotCounts } from "./snapshot.ts";
import { type BufferKind, noRoom, type SnapshotRoom } from "./snapshot-room.ts";

/**
 * The buffer of a snapshot. A header of 32-bit words in the machine's own order of bytes (little-endian wherever this
 * runs), then the columns in the order of `columns`, each at a multiple of 8 bytes, without gaps but those:
 *
 *     words 0-1   "CLEWSNAP"
 *     word  2     version
 *     word  3     length of the whole buffer in steps of 8 bytes
 *     word  4     sum of all words after it but the last, so that a damaged header is told
 *     then        the counts, in the order of `countNames`, and the room, in that of `roomNames`
 *     then        per column where it begins, in steps of 8 bytes
 *     last        how many regions of the room are taken: the one word that changes
 *
 * A column's place follows from the counts and the room; the header repeats it so that a reader of another make can do without
 * them. A column holds what was laid, then the regions of its room one after the other; before each region links have one
 * place more, with which `claimStart` says where the claims of the region begin.
 */
const VERSION = 2;
const MAGIC = [0x57454c43, 0x50414e53] as const;
const STEP = 8;
const HEADER_WORDS = 5;

type CountName = keyof SnapshotCounts;
type Roomy = Exclude<keyof SnapshotRoom, "regions">;
const roomy: readonly Roomy[] = ["links", "claims", "slots", "voices", "whens", "spans", "weighings"];
const countNames: readonly CountName[] = ["nodes", ...roomy, "weighted", "sources"];
const roomNames: readonly (keyof SnapshotRoom)[] = ["regions", ...roomy];

interface Sizes {
  readonly counts: SnapshotCounts;
  readonly room: SnapshotRoom;
}

type ColumnKind = typeof Uint8Array | typeof Uint16Array | typeof Uint32Array | typeof Int32Array | typeof Float64Array;
type Column = readonly [name: keyof SnapshotColumns, kind: ColumnKind, length: (sizes: Sizes) => number];

const fixed = (what: "nodes" | "sources") => (sizes: Sizes) => sizes.counts[what];
const roomyLength = (what: Exclude<Roomy, "links">) => (sizes: Sizes) =>
  sizes.counts[what] + sizes.room.regions * sizes.room[what];
const links = ({ counts, room }: Sizes) => counts.links + room.regions * (room.links + 1);

const columns: readonly Column[] = [
  ["slotStart", Uint32Array, fixed("nodes")],
  ["slotEnd", Uint32Array, fixed("nodes")],
  ["slotNode", Uint32Array, roomyLength("slots")],
  ["slotWay", Uint32Array, roomyLength("slots")],
  ["slotHint", Uint16Array, roomyLength("slots")],
  ["nodeType", Uint16Array, fixed("nodes")],
  ["nodePart", Uint32Array, fixed("nodes")],
  ["linkFrom", Uint32Array, links],
  ["linkTo", Uint32Array, links],
  ["linkRelation", Uint16Array, links],
  ["claimStart", Uint32Array, (sizes) => links(sizes) + 1],
  ["claimVoice", Uint32Array, roomyLength("claims")],
  ["claimWhen", Uint32Array, roomyLength("claims")],
  ["claimWeight", Uint32Array, roomyLength("claims")],
  ["weighing", Float64Array, roomyLength("weighings")],
  ["voiceSource", Uint32Array, roomyLength("voices")],
  ["voiceOrigin", Uint32Array, roomyLength("voices")],
  ["voiceSpeaker", Uint32Array, roomyLength("voices")],
  ["whenDuring", Uint32Array, roomyLength("whens")],
  ["whenSaid", Uint32Array, roomyLength("whens")],
  ["spanFirst", Int32Array, roomyLength("spans")],
  ["spanLast", Int32Array, roomyLength("spans")],
  ["spanSureFirst", Int32Array, roomyLength("spans")],
  ["spanSureLast", Int32Array, roomyLength("spans")],
  ["spanLoose", Uint8Array, roomyLength("spans")],
  ["sourceReliability", Uint8Array, fixed("sources")],
];

const SUMMED_WORDS = countNames.length + roomNames.length + columns.length;
const TAKEN_AT = HEADER_WORDS + SUMMED_WORDS;
const HEADER_STEPS = Math.ceil(((TAKEN_AT + 1) * 4) / STEP);

/** A snapshot of so many things with a sound header and every column 0, for `laySnapshot` to fill. */
export function newSnapshot(counts: SnapshotCounts, kind: BufferKind = "own", room: SnapshotRoom = noRoom): Snapshot {
  const sizes = { counts, room };
  const { starts, steps } = placesOf(sizes);
  const buffer = kind === "shared" ? new SharedArrayBuffer(steps * STEP) : new ArrayBuffer(steps * STEP);
  new Uint32Array(buffer, 0, TAKEN_AT).set(headerWords(sizes, starts, steps));
  return viewsOf(buffer, sizes, starts);
}

/** All but the last. */
function headerWords({ counts, room }: Sizes, starts: readonly number[], steps: number): readonly number[] {
  const words = [...countNames.map((name) => counts[name]), ...roomNames.map((name) => room[name]), ...starts];
  return [...MAGIC, VERSION, steps, sumOf(words), ...words];
}

/**
/**
 * The columns of a snapshot that `newSnapshot` made, wherever it was since, in the first `length` bytes of a buffer, as they were laid:
 * what threads have written into its room is theirs alone. Copies nothing. Throws BadInput on a buffer that is no snapshot, of another
 * version, cut off or too long, or whose header or first columns contradict each other. What the columns hold is taken on trust.
 */
export function openSnapshot(buffer: ArrayBufferLike, length = buffer.byteLength): Snapshot {
  const header = headerOf(buffer, length);
  const words = header.subarray(HEADER_WORDS, TAKEN_AT);
  const read = (names: readonly string[], at: number) => Object.fromEntries(names.map((name, i) => [name, words[at + i]!]));
  const counts = read(countNames, 0) as unknown as SnapshotCounts;
  const sizes = { counts, room: read(roomNames, countNames.length) as unknown as SnapshotRoom };
  const { starts, steps } = placesOf(sizes);
  const told = words.subarray(countNames.length + roomNames.length);
  if (sumOf(words) !== header[4] || steps !== header[3] || starts.some((start, at) => start !== told[at]))
    throw new BadInput("snapshot: wanted columns where the header's counts put them, got others");
  if (length !== steps * STEP) throw new BadInput(`snapshot: wanted ${steps * STEP} bytes, got ${length}`);
  const snapshot = viewsOf(buffer, sizes, starts);
  const ends: readonly (readonly [string, number, number | undefined])[] = [
    ["slots", counts.slots, counts.nodes === 0 ? 0 : snapshot.slotEnd[counts.nodes - 1]],
    ["claims", counts.claims, snapshot.claimStart[counts.links]],
  ];
  for (const [what, wanted, got] of ends)
    if (wanted !== got) throw new BadInput(`snapshot: wanted ${wanted} ${what} as the header has it, got columns for ${got}`);
  return snapshot;
}

/** How many bytes of its buffer a snapshot has. */
export function snapshotLength({ buffer }: Snapshot): number {
  return new Uint32Array(buffer, 0, HEADER_WORDS)[3]! * STEP;
}

/**
 * The bytes of a snapshot without room, in pieces that lie one after the other; those of the columns are where they are. Of a
 * snapshot that has not changed since it was laid.
 */
export function snapshotPieces(snapshot: Snapshot): readonly Uint8Array[] {
  if (snapshot.tail !== null) throw new Error("snapshot: wanted one as it was laid, got one that has changed since");
  const sizes = { counts: snapshot, room: noRoom };
  const { starts, steps } = placesOf(sizes);
  const header = new Uint32Array((HEADER_STEPS * STEP) / 4);
  header.set(headerWords(sizes, starts, steps));
  const pieces = [bytesOf(header)];
  for (const [name, kind, length] of columns) {
    const laid = length(sizes) * kind.BYTES_PER_ELEMENT;
    const { buffer, byteOffset } = snapshot[name];
    pieces.push(new Uint8Array(buffer, byteOffset, laid), new Uint8Array(-laid & (STEP - 1)));
  }
  return pieces;
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Takes a region of a snapshot's room, which nobody else gets: its number, from 0; -1 when none is left. */
export function takeRegion({ buffer, room }: Snapshot): number {
  const taken = new Uint32Array(buffer, TAKEN_AT * 4, 1);
  const region = buffer instanceof ArrayBuffer ? taken[0]!++ : Atomics.add(taken, 0, 1);
  return region < room.regions ? region : -1;
}

function headerOf(buffer: ArrayBufferLike, length: number): Uint32Array {
  const least = HEADER_STEPS * STEP;
  if (length < least) throw new BadInput(`snapshot: wanted a buffer with a header of ${least} bytes, got ${length} bytes`);
  const header = new Uint32Array(buffer, 0, least / 4);
  if (header[0] !== MAGIC[0] || header[1] !== MAGIC[1])
    throw new BadInput('snapshot: wanted a buffer that begins with "CLEWSNAP", got another');
  if (header[2] !== VERSION) throw new BadInput(`snapshot: wanted version ${VERSION}, got ${header[2]}`);
  return header;
}

function sumOf(words: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < words.length; at++) sum = (Math.imul(sum, 31) + words[at]!) >>> 0;
  return sum;
}

/** Where each column begins, and where all end, in steps. */
function placesOf(sizes: Sizes): { readonly starts: readonly number[]; readonly steps: number } {
  let steps = HEADER_STEPS;
  const starts = columns.map(([, kind, length]) => {
    const start = steps;
    steps += Math.ceil((length(sizes) * kind.BYTES_PER_ELEMENT) / STEP);
    return start;
  });
  return { starts, steps };
}

function viewsOf(buffer: ArrayBufferLike, sizes: Sizes, starts: readonly number[]): Snapshot {
  const views = columns.map(([name, kind, length], at) => {
    const View = kind as new (buffer: ArrayBufferLike, start: number, length: number) => unknown;
    return [name, new View(buffer, starts[at]! * STEP, length(sizes))];
  });
  const { counts, room } = sizes;
  return { buffer, room, tail: null, ...counts, ...(Object.fromEntries(views) as SnapshotColumns) };
}
