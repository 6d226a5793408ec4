import { type Ground, listsOf, stampsOf } from "./ground.ts";
import type { Place } from "./residual.ts";
import { listAt, stampsAt, type WorkArrays } from "./work-arrays.ts";

/** A whole number from 0 for each of some places, in arrays that questions share. */
export class PlaceNumbers {
  readonly #work: WorkArrays;
  /** Of the places out of a node, and of those into one: entries below `#base` are none. */
  readonly #marks: readonly [Int32Array, Int32Array];
  #base: number;

  /** `at`: which of the shared arrays it takes, two for each. */
  constructor({ work }: Ground, at: number) {
    this.#work = work;
    this.#marks = [stampsAt(work, stampsOf.free + 2 * at), stampsAt(work, stampsOf.free + 2 * at + 1)];
    this.#base = work.nextStamp;
  }

  clear(): void {
    this.#base = this.#work.nextStamp;
  }

  /** -1 where there is none. */
  get(place: Place): number {
    const number = this.#marks[place & 1]![place >>> 1]! - this.#base;
    return number < 0 ? -1 : number;
  }

  set(place: Place, number: number): void {
    const mark = this.#base + number;
    this.#marks[place & 1]![place >>> 1] = mark;
    if (mark >= this.#work.nextStamp) this.#work.nextStamp = mark + 1;
  }
}

/** The place before each of some places; what stands for others is left from earlier. */
export class PlacesBefore {
  readonly #lists: readonly [Int32Array, Int32Array];

  constructor({ work }: Ground) {
    this.#lists = [listAt(work, listsOf.free), listAt(work, listsOf.free + 1)];
  }

  get(place: Place): Place {
    return this.#lists[place & 1]![place >>> 1]!;
  }

  set(place: Place, before: Place): void {
    this.#lists[place & 1]![place >>> 1] = before;
  }
}
