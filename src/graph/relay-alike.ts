import { joinTriples, type Triples } from "./join-triples.ts";
import { newNumber, type Renumbering } from "./renumbering.ts";
import { NO_NODE, NO_SPAN, type Snapshot, type SnapshotColumns } from "./snapshot.ts";
import type { Roomy } from "./snapshot-tail.ts";

/** What claims have alike in a snapshot laid anew: its columns, and the new index of what was laid before (`old`) and of what comes. */
export interface RelaidAlike {
  readonly columns: Pick<SnapshotColumns, (typeof alikeColumns)[number]>;
  readonly newVoice: Uint32Array;
  readonly newWhen: Uint32Array;
  readonly newWeight: Uint32Array;
  /** By the index that a weight had, closed up (`closedUp`); null where each has the one that it had. */
  readonly oldWeight: Uint32Array | null;
}

export const alikeColumns = [
  ...(["voiceSource", "voiceOrigin", "voiceSpeaker", "whenDuring", "whenSaid", "weighing"] as const),
  ...(["spanFirst", "spanLast", "spanSureFirst", "spanSureLast", "spanLoose"] as const),
] as const;

interface Numbers {
  readonly sources: { readonly newOf: Uint32Array; readonly ofComing: Uint32Array };
  readonly nodes: { readonly newOf: Renumbering; readonly ofComing: Uint32Array };
  /** By index closed up: 1 for weights that claims still have. */
  readonly usedWeights: Uint8Array;
}

/** Those that were laid stay under the numbers that they have, closed up; those that come are found among them, or stand behind. */
export function relayAlike(from: Snapshot, coming: Snapshot, { sources, nodes, usedWeights }: Numbers): RelaidAlike {
  const voices = joinTriples(
    voicesOf(from, sources.newOf, (node) => newNumber(nodes.newOf, node)),
    voicesOf(coming, sources.ofComing, (node) => nodes.ofComing[node]!),
  );
  const spans = joinSpans(from, coming);
  const whens = joinWhens(from, coming, spans.placeOf);
  const weights = joinWeights(from, coming, usedWeights);
  const [voiceSource, voiceOrigin, voiceSpeaker] = voices.rows;
  return {
    columns: { voiceSource, voiceOrigin, voiceSpeaker, ...whens.columns, ...spans.columns, weighing: weights.weighing },
    newVoice: voices.placeOf,
    newWhen: whens.placeOf,
    newWeight: weights.placeOf,
    oldWeight: weights.oldWeight,
  };
}

/** With other numbers for sources and speakers. */
function voicesOf(snapshot: Snapshot, newSource: Uint32Array, newNode: (node: number) => number): Triples {
  const source = closedUp(snapshot, "voiceSource", "voices");
  const origin = closedUp(snapshot, "voiceOrigin", "voices");
  const speaker = closedUp(snapshot, "voiceSpeaker", "voices");
  for (let voice = 0; voice < source.length; voice++) {
    source[voice] = newSource[source[voice]!]!;
    origin[voice] = newSource[origin[voice]!]!;
    if (speaker[voice] !== NO_NODE) speaker[voice] = newNode(speaker[voice]!);
  }
  return [source, origin, speaker];
}

/** The index of something in columns without what lies between what was laid and the region of the thread. */
export function closedIndex({ tail }: Snapshot, what: Roomy, index: number): number {
  return tail === null || index < tail.laid[what] ? index : index - tail.first[what] + tail.laid[what];
}

/** What of a column is used: what was laid, and behind it what the region has. A copy. */
function closedUp<N extends keyof SnapshotColumns>(snapshot: Snapshot, name: N, what: Roomy): SnapshotColumns[N] {
  const column = snapshot[name];
  const { tail } = snapshot;
  if (tail === null) return column.slice(0, snapshot[what]) as SnapshotColumns[N];
  const [laid, first, next] = [tail.laid[what], tail.first[what], tail.next[what]];
  const used = column.slice(0, laid + next - first);
  used.set(column.subarray(first, next), laid);
  return used as SnapshotColumns[N];
}

const spanColumns = ["spanFirst", "spanLast", "spanSureFirst", "spanSureLast", "spanLoose"] as const;
type SpanColumns = Pick<SnapshotColumns, (typeof spanColumns)[number]>;

function joinSpans(from: Snapshot, coming: Snapshot): { readonly columns: SpanColumns; readonly placeOf: Uint32Array } {
  const columns = Object.fromEntries(spanColumns.map((name) => [name, closedUp(from, name, "spans")])) as unknown as SpanColumns;
  if (coming.spans === 0) return { columns, placeOf: new Uint32Array(0) };
  const wordsOf = (of: SpanColumns, at: number) => spanColumns.map((name) => of[name][at]).join(" ");
  const places = new Map<string, number>();
  for (let span = 0; span < columns.spanFirst.length; span++) places.set(wordsOf(columns, span), span);
  const added: number[] = [];
  const placeOf = new Uint32Array(coming.spans);
  for (let span = 0; span < coming.spans; span++) {
    const words = wordsOf(coming, span);
    const known = places.get(words) ?? columns.spanFirst.length + added.push(span) - 1;
    places.set(words, known);
    placeOf[span] = known;
  }
  const joined = spanColumns.map((name) => {
    const kind = columns[name].constructor as Int32ArrayConstructor;
    return [name, kind.from([...columns[name], ...added.map((span) => coming[name][span]!)])] as const;
  });
  return { columns: Object.fromEntries(joined) as unknown as SpanColumns, placeOf };
}

function joinWhens(from: Snapshot, coming: Snapshot, newSpan: Uint32Array) {
  const spanOf = (span: number) => (span === NO_SPAN ? NO_SPAN : closedIndex(from, "spans", span));
  const newOf = (span: number) => (span === NO_SPAN ? NO_SPAN : newSpan[span]!);
  const [during, said] = [closedUp(from, "whenDuring", "whens").map(spanOf), closedUp(from, "whenSaid", "whens").map(spanOf)];
  const [itsDuring, itsSaid] = [
    closedUp(coming, "whenDuring", "whens").map(newOf),
    closedUp(coming, "whenSaid", "whens").map(newOf),
  ];
  const { rows, placeOf } = joinTriples(
    [during, said, new Uint32Array(during.length)],
    [itsDuring, itsSaid, new Uint32Array(itsDuring.length)],
  );
  return { columns: { whenDuring: rows[0], whenSaid: rows[1] }, placeOf };
}

/** Weights that no claim has any more go: by what weights there are it is decided how sums of them are made. */
function joinWeights(from: Snapshot, coming: Snapshot, used: Uint8Array) {
  const laid = closedUp(from, "weighing", "weighings");
  const weights = [1];
  const places = new Map([[1, 0]]);
  const oldWeight = Uint32Array.from(laid, (weight, at) => {
    if (at === 0 || used[at] !== 1) return 0;
    const place = places.get(weight) ?? weights.push(weight) - 1;
    places.set(weight, place);
    return place;
  });
  const placeOf = Uint32Array.from(closedUp(coming, "weighing", "weighings"), (weight) => {
    const place = places.get(weight) ?? weights.push(weight) - 1;
    places.set(weight, place);
    return place;
  });
  const isSame = from.tail === null && oldWeight.every((place, at) => place === at);
  return { weighing: Float64Array.from(weights), placeOf, oldWeight: isSame ? null : oldWeight };
}
