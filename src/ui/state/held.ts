import { type End, nameOfEnd, noEnd } from "./end.ts";

/** Something that was chosen, as a box shows it. */
export interface Picked {
  readonly is: "entity" | "type" | "value";
  readonly id: string;
  readonly text: string;
}

/** What a box holds: what was chosen, and behind it what is being typed (or, of ends, the one chosen last). */
export interface Held {
  readonly picked: readonly Picked[];
  readonly typed: End;
}

export const nothingHeld: Held = { picked: [], typed: noEnd };

/** All in a row, nothing being typed. */
export function heldPicks(picked: readonly Picked[]): Held {
  return { picked, typed: noEnd };
}

/** Of an end: the last one stands in the box as text, to be typed over; those before it are kept. */
export function heldEnds(all: readonly Picked[]): Held {
  const last = all.at(-1);
  return last === undefined ? nothingHeld : { picked: all.slice(0, -1), typed: endOfPick(last) };
}

export function endOfPick({ is, id, text }: Picked): End {
  return is === "type" ? { text, id, is } : { text, id };
}

/** The box with what is typed put behind the chosen ones; as it was while nothing is typed. */
export function kept(held: Held): Held {
  const { picked, typed } = held;
  const id = nameOfEnd(typed);
  if (id === null) return held;
  const one: Picked = { is: typed.is ?? "entity", id, text: typed.text.trim() };
  return heldPicks(picked.some((known) => known.is === one.is && known.id === one.id) ? picked : [...picked, one]);
}

/** Names of what the box holds, typed ones as they are: entities, types, or values of a list. */
export function namesIn(held: Held, is: Picked["is"]): string[] {
  return kept(held).picked.flatMap((one) => (one.is === is ? [one.id] : []));
}

export function isEmpty(held: Held): boolean {
  return kept(held).picked.length === 0;
}

export function without({ picked, typed }: Held, at: number): Held {
  return { picked: picked.filter((_, index) => index !== at), typed };
}
