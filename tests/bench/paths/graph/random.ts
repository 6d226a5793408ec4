/** Random numbers from a seed, the same on every machine (mulberry32). */
export interface Random {
  /** From 0 up to, but never, 1. */
  unit(): number;
  /** A whole number from 0 up to, but never, `bound`. */
  below(bound: number): number;
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    unit: () => next() / 2 ** 32,
    below: (bound) => Math.floor((next() / 2 ** 32) * bound),
  };
}

/** From `least` to `most`, small ones as often as large ones on a scale of magnitudes. */
export function magnitude({ unit }: Random, least: number, most: number): number {
  return Math.floor(least * (most / least) ** unit());
}
