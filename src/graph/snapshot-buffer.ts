import { BadInput } from "../base/problem.ts";
import type { Snapshot, SnapshotColumns, SnapshotCounts } from "./snapshot.ts";

/**
 * The buffer of a snapshot. A header of 32-bit words in the machine's own order of bytes (little-endian wherever this
 * runs), then the columns in the order of `columns`, each at a multiple of 8 bytes, without gaps but those:
 *
 *     words 0-1   "CLEWSNAP"
 *     word  2     version
 *     word  3     length of the whole buffer in steps of 8 bytes
 *     word  4     sum of all words after it, so that a damaged header is told
 *     words 5-13  the counts, in the order of `countNames`
 *     then        per column where it begins, in steps of 8 bytes
 *
 * A column's place follows from the counts; the header repeats it so that a reader of another make can do without them.
 */
const VERSION = 2;
const MAGIC = [0x57454c43, 0x50414e53] as const;
const STEP = 8;
const HEADER_WORDS = 5;

const countNames = ["nodes", "links", "claims", "slots", "voices", "whens", "spans", "weighings", "sources"] as const;

type ColumnKind = typeof Uint8Array | typeof Uint16Array | typeof Uint32Array | typeof Int32Array | typeof Float64Array;
type Column = readonly [name: keyof SnapshotColumns, kind: ColumnKind, length: (counts: SnapshotCounts) => number];

const columns: readonly Column[] = [
  ["slotStart", Uint32Array, ({ nodes }) => nodes],
  ["slotEnd", Uint32Array, ({ nodes }) => nodes],
  ["slotNode", Uint32Array, ({ slots }) => slots],
  ["slotWay", Uint32Array, ({ slots }) => slots],
  ["slotHint", Uint16Array, ({ slots }) => slots],
  ["nodeType", Uint16Array, ({ nodes }) => nodes],
  ["nodePart", Uint32Array, ({ nodes }) => nodes],
  ["linkFrom", Uint32Array, ({ links }) => links],
  ["linkTo", Uint32Array, ({ links }) => links],
  ["linkRelation", Uint16Array, ({ links }) => links],
  ["claimStart", Uint32Array, ({ links }) => links + 1],
  ["claimVoice", Uint32Array, ({ claims }) => claims],
  ["claimWhen", Uint32Array, ({ claims }) => claims],
  ["claimWeight", Uint32Array, ({ claims }) => claims],
  ["weighing", Float64Array, ({ weighings }) => weighings],
  ["voiceSource", Uint32Array, ({ voices }) => voices],
  ["voiceOrigin", Uint32Array, ({ voices }) => voices],
  ["voiceSpeaker", Uint32Array, ({ voices }) => voices],
  ["whenDuring", Uint32Array, ({ whens }) => whens],
  ["whenSaid", Uint32Array, ({ whens }) => whens],
  ["spanFirst", Int32Array, ({ spans }) => spans],
  ["spanLast", Int32Array, ({ spans }) => spans],
  ["spanSureFirst", Int32Array, ({ spans }) => spans],
  ["spanSureLast", Int32Array, ({ spans }) => spans],
  ["spanLoose", Uint8Array, ({ spans }) => spans],
  ["sourceReliability", Uint8Array, ({ sources }) => sources],
];

const HEADER_STEPS = Math.ceil(((HEADER_WORDS + countNames.length + columns.length) * 4) / STEP);

/** Whose memory a buffer is: one thread's, or that of all to whom it is handed. */
export type BufferKind = "own" | "shared";

/** A snapshot of so many things with a sound header and every column 0, for `laySnapshot` to fill. */
export function newSnapshot(counts: SnapshotCounts, kind: BufferKind = "own"): Snapshot {
  const { starts, steps } = placesOf(counts);
  const buffer = kind === "shared" ? new SharedArrayBuffer(steps * STEP) : new ArrayBuffer(steps * STEP);
  const words = [...countNames.map((name) => counts[name]), ...starts];
  new Uint32Array(buffer, 0, HEADER_WORDS + words.length).set([...MAGIC, VERSION, steps, sumOf(words), ...words]);
  return viewsOf(buffer, counts, starts);
}

/**
 * The columns of a snapshot that `newSnapshot` made, wherever it was since, in the first `length` bytes of a buffer. Copies nothing. Throws BadInput on a buffer that
 * is no snapshot, of another version, cut off or too long, or whose header or first columns contradict each other. What the
 * columns hold is taken on trust.
 */
export function openSnapshot(buffer: ArrayBufferLike, length = buffer.byteLength): Snapshot {
  const header = headerOf(buffer, length);
  const words = header.subarray(HEADER_WORDS, HEADER_WORDS + countNames.length + columns.length);
  const counts = Object.fromEntries(countNames.map((name, at) => [name, words[at]!])) as unknown as SnapshotCounts;
  const { starts, steps } = placesOf(counts);
  const told = words.subarray(countNames.length);
  if (sumOf(words) !== header[4] || steps !== header[3] || starts.some((start, at) => start !== told[at]))
    throw new BadInput("snapshot: wanted columns where the header's counts put them, got others");
  if (length !== steps * STEP) throw new BadInput(`snapshot: wanted ${steps * STEP} bytes, got ${length}`);
  const snapshot = viewsOf(buffer, counts, starts);
  const ends: readonly (readonly [string, number, number | undefined])[] = [
    ["slots", counts.slots, counts.nodes === 0 ? 0 : snapshot.slotEnd[counts.nodes - 1]],
    ["claims", counts.claims, snapshot.claimStart[counts.links]],
  ];
  for (const [what, wanted, got] of ends)
    if (wanted !== got) throw new BadInput(`snapshot: wanted ${wanted} ${what} as the header has it, got columns for ${got}`);
  return snapshot;
}

/** The bytes of a snapshot's columns, header first. */
export function snapshotBytes({ buffer }: Snapshot): Uint8Array {
  return new Uint8Array(buffer, 0, new Uint32Array(buffer, 0, HEADER_WORDS)[3]! * STEP);
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
function placesOf(counts: SnapshotCounts): { readonly starts: readonly number[]; readonly steps: number } {
  let steps = HEADER_STEPS;
  const starts = columns.map(([, kind, length]) => {
    const start = steps;
    steps += Math.ceil((length(counts) * kind.BYTES_PER_ELEMENT) / STEP);
    return start;
  });
  return { starts, steps };
}

function viewsOf(buffer: ArrayBufferLike, counts: SnapshotCounts, starts: readonly number[]): Snapshot {
  const views = columns.map(([name, kind, length], at) => {
    const View = kind as new (buffer: ArrayBufferLike, start: number, length: number) => unknown;
    return [name, new View(buffer, starts[at]! * STEP, length(counts))];
  });
  return { buffer, ...counts, ...(Object.fromEntries(views) as SnapshotColumns) };
}
