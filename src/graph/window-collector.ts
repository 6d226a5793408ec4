import { askedDays } from "./asked-days.ts";
import type { Conditions } from "./conditions.ts";
import { ALWAYS_AFTER, ALWAYS_BEFORE, duringOfClaim, NO_SPAN, type Snapshot } from "./snapshot.ts";

/** Stretches of days in ascending order, none of which touch; `count` of them. */
export interface Windows {
  readonly count: number;
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** More claims are sorted by what is made for it. */
const FEW = 32;

/** Gathers the windows of claims (R35): `begin`, `add` each, `end`. One object, which the next `begin` overwrites. */
export class WindowCollector implements Windows {
  count = 0;
  first = new Int32Array(8);
  last = new Int32Array(8);
  readonly #snapshot: Snapshot;
  readonly #certain: boolean;
  readonly #undatedStay: boolean;
  /** What `at` and `during` leave of all days. */
  readonly #from: number;
  readonly #to: number;

  constructor(snapshot: Snapshot, asked: Conditions) {
    this.#snapshot = snapshot;
    this.#certain = asked.certain;
    this.#undatedStay = asked.undated === "in";
    const [at, during] = [askedDays("at", asked), askedDays("during", asked)];
    this.#from = Math.max(at?.first ?? ALWAYS_BEFORE, during?.first ?? ALWAYS_BEFORE);
    this.#to = Math.min(at?.last ?? ALWAYS_AFTER, during?.last ?? ALWAYS_AFTER);
  }

  begin(): void {
    this.count = 0;
  }

  /** The days of one claim: those that it may mean, with `certain` those that it must mean; all of one without a date. */
  add(claim: number): void {
    const span = duringOfClaim(this.#snapshot, claim);
    if (span === NO_SPAN) {
      if (this.#undatedStay) this.#append(this.#from, this.#to);
      return;
    }
    const { spanFirst, spanLast, spanSureFirst, spanSureLast, spanLoose } = this.#snapshot;
    if (this.#certain && spanLoose[span] === 1) return;
    const first = this.#certain ? spanSureFirst[span]! : spanFirst[span]!;
    const last = this.#certain ? spanSureLast[span]! : spanLast[span]!;
    this.#append(Math.max(first, this.#from), Math.min(last, this.#to));
  }

  #append(first: number, last: number): void {
    if (first > last) return;
    if (this.count === this.first.length) this.#grow();
    this.first[this.count] = first;
    this.last[this.count++] = last;
  }

  /** Puts the windows in order and joins those that overlap or touch. O(n log n) of n claims, and nothing allocated for few. */
  end(): void {
    if (this.count > FEW) this.#sort();
    else for (let at = 1; at < this.count; at++) this.#sink(at);
    let kept = 0;
    for (let at = 1; at < this.count; at++) {
      if (this.first[at]! <= this.last[kept]! + 1) this.last[kept] = Math.max(this.last[kept]!, this.last[at]!);
      else {
        kept++;
        this.first[kept] = this.first[at]!;
        this.last[kept] = this.last[at]!;
      }
    }
    this.count = Math.min(this.count, kept + 1);
  }

  /** Moves a window down to its place among those before it, which are in order. */
  #sink(from: number): void {
    const [first, last] = [this.first[from]!, this.last[from]!];
    let at = from;
    for (; at > 0 && this.first[at - 1]! > first; at--) {
      this.first[at] = this.first[at - 1]!;
      this.last[at] = this.last[at - 1]!;
    }
    this.first[at] = first;
    this.last[at] = last;
  }

  #sort(): void {
    const order = Uint32Array.from({ length: this.count }, (_, at) => at).sort((a, b) => this.first[a]! - this.first[b]!);
    const [first, last] = [this.first.slice(), this.last.slice()];
    for (const [at, from] of order.entries()) {
      this.first[at] = first[from]!;
      this.last[at] = last[from]!;
    }
  }

  #grow(): void {
    const [first, last] = [new Int32Array(2 * this.first.length), new Int32Array(2 * this.first.length)];
    first.set(this.first);
    last.set(this.last);
    this.first = first;
    this.last = last;
  }
}
