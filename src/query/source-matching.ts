/** Hops of a trail, each with a source of its own (R38): which hop has which, and which it could have. Never changed. */
export interface Matching {
  /** Per hop the sources that carry it. */
  readonly hops: readonly (readonly number[])[];
  /** Per source that is taken, the hop that has it. */
  readonly hopOf: ReadonlyMap<number, number>;
}

export const noHops: Matching = { hops: [], hopOf: new Map() };

/** With one hop more; null when no choice of sources will do (augmenting paths, Kuhn 1955). O(sources of all hops). */
export function withHop({ hops, hopOf }: Matching, sources: readonly number[]): Matching | null {
  const all = [...hops, sources];
  const taken = new Map(hopOf);
  const asked = new Set<number>();
  const place = (hop: number): boolean => {
    for (const source of all[hop]!) {
      if (asked.has(source)) continue;
      asked.add(source);
      const holder = taken.get(source);
      if (holder !== undefined && !place(holder)) continue;
      taken.set(source, hop);
      return true;
    }
    return false;
  };
  return place(hops.length) ? { hops: all, hopOf: taken } : null;
}
