/** An item of a list of options, known to the list by its place: ids may be any text, and the same item may stand elsewhere next. */
export interface Placed<T> {
  readonly id: string;
  readonly item: T;
}

/** `letter` tells the lists apart that share a box. */
export function byPlace<T>(letter: string, items: readonly T[]): readonly Placed<T>[] {
  return items.map((item, at) => ({ id: `${letter}${at}`, item }));
}
