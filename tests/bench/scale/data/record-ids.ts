/**
 * Ids as other people's files have them: in no order that says anything about the record. A bijection on 32 bits (odd
 * multiplication and shifts), written in base 36, so that ids compare as their numbers do.
 */
export function entityIdOf(entity: number): string {
  return `e${coded(entity)}`;
}

export function claimIdOf(link: number, nth: number): string {
  return `c${coded(link)}${nth === 0 ? "" : `-${nth}`}`;
}

export function sourceIdOf(source: number): string {
  return `s${source.toString(36).padStart(4, "0")}`;
}

/** Smaller for the entity with the smaller id. */
export function entityIdOrder(entity: number): number {
  return scattered(entity);
}

function coded(number: number): string {
  return scattered(number).toString(36).padStart(7, "0");
}

function scattered(number: number): number {
  let mixed = Math.imul(number ^ 0x5bd1e995, 0x9e3779b1) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 0;
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
