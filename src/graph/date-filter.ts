import { type AskedDays, askedDays } from "./asked-days.ts";
import type { Conditions } from "./conditions.ts";
import { NO_SPAN, type Snapshot } from "./snapshot.ts";

/** What a question says about when claims held and were said (R24). */
export class DateFilter {
  readonly #snapshot: Snapshot;
  readonly #at: AskedDays | null;
  readonly #during: AskedDays | null;
  readonly #said: AskedDays | null;
  readonly #certain: boolean;
  readonly #undatedStay: boolean;

  /** Null when the question asks of no date. Throws BadInput on one that is none. */
  static of(snapshot: Snapshot, asked: Conditions): DateFilter | null {
    const isAsked = asked.at !== null || asked.during !== null || asked.said !== null;
    return isAsked ? new DateFilter(snapshot, asked) : null;
  }

  private constructor(snapshot: Snapshot, asked: Conditions) {
    this.#snapshot = snapshot;
    this.#at = askedDays("at", asked);
    this.#during = askedDays("during", asked);
    this.#said = askedDays("said", asked);
    this.#certain = asked.certain;
    this.#undatedStay = asked.undated === "in";
  }

  takesAway(claim: number): boolean {
    const { claimWhen, whenDuring, whenSaid } = this.#snapshot;
    const when = claimWhen[claim]!;
    if (this.#at !== null && !this.#fits(whenDuring[when]!, this.#at)) return true;
    if (this.#during !== null && !this.#fits(whenDuring[when]!, this.#during)) return true;
    return this.#said !== null && !this.#fits(whenSaid[when]!, this.#said);
  }

  /** As `overlaps` of base/partial-interval.ts with the days asked about: possibly, or with `certain` certainly. */
  #fits(span: number, { first, last }: AskedDays): boolean {
    if (span === NO_SPAN) return this.#undatedStay;
    const { spanFirst, spanLast, spanSureFirst, spanSureLast, spanLoose } = this.#snapshot;
    if (spanLast[span]! < first || last < spanFirst[span]!) return false;
    return !this.#certain || (spanLoose[span] === 0 && spanSureLast[span]! >= first && last >= spanSureFirst[span]!);
  }
}
