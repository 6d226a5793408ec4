import * as z from "zod/mini";
import { claimId, entityId, entityTypeId, linkId, sourceId } from "../../base/ids.ts";
import type { CountedCase } from "./count-case.ts";
import type { FiguresApart } from "./figures-apart.ts";
import type { GroupedCase } from "./group-case.ts";

/** What of an overview is dear, and kept with the case. Holds ids and numbers, no names. */
export interface KeptOverview {
  readonly counted: CountedCase;
  readonly grouped: GroupedCase;
  readonly figures: readonly FiguresApart[];
}

/** The name under which it is kept. */
export const overviewName = "overview";

z.config({ jitless: true });

const count = z.int().check(z.nonnegative());
const word = z.string().check(z.minLength(1));
const id = <T>(door: (text: string) => T) => z.pipe(word, z.transform(door));
const pairOf = <A extends z.core.SomeType, B extends z.core.SomeType>(a: A, b: B) => z.tuple([a, b]);
const tally = z.record(z.string(), count);
const histogram = z.nullable(
  z.strictObject({ step: count, first: z.int(), counts: z.array(z.number()), before: count, after: count }),
);

const counted = z.strictObject({
  revision: count,
  stats: z.strictObject({
    entities: count,
    links: count,
    claims: count,
    attributes: count,
    sources: count,
    entityTypes: tally,
    relations: tally,
    standings: tally,
    components: count,
    largestComponent: count,
    isolated: count,
  }),
  hubs: z.array(z.strictObject({ id: id(entityId), type: id(entityTypeId), links: count })),
  held: histogram,
  said: histogram,
  published: histogram,
  sources: z.array(pairOf(id(sourceId), count)),
  contested: z.array(id(linkId)),
});

const grouped = z.strictObject({
  revision: count,
  at: word,
  entities: count,
  links: count,
  count,
  entitiesOff: count,
  largest: z.array(
    z.strictObject({
      size: count,
      links: count,
      members: z.array(id(entityId)).check(z.minLength(1)),
      types: z.array(pairOf(id(entityTypeId), count)),
    }),
  ),
  bundles: z.array(z.strictObject({ a: count, b: count, links: count, standings: z.array(count).check(z.length(5)) })),
});

const kept = z.strictObject({
  version: z.literal(1),
  counted,
  grouped,
  figures: z.array(pairOf(id(claimId), id(claimId))),
});

export function writeOverview(overview: KeptOverview): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify({ version: 1, ...overview }));
}

/** Null for what is no overview of this version: files come from others. */
export function readOverview(bytes: Uint8Array): KeptOverview | null {
  try {
    const { version: _, ...overview } = kept.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes.slice())));
    const { largest, bundles } = overview.grouped;
    return bundles.every(({ a, b }) => a < largest.length && b < largest.length) ? overview : null;
  } catch {
    return null;
  }
}
