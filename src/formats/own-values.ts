import { parsePartialInterval } from "../base/partial-interval.ts";
import { type AttributeClaim, type Stance, stances } from "../claims/claim.ts";
import { fieldOf, type JsonObject, listAt, textAt } from "./json-value.ts";

/** A value that another format has no place for, as Clew wrote it beside that format's own words. */
export interface OwnValue {
  readonly property: string;
  readonly value: string | number | boolean;
  readonly approximate: boolean;
  readonly stance: Stance;
  readonly speaker: string | null;
  readonly during: string | null;
  /** How it stands there in words; "" where it does not. */
  readonly text: string;
}

/** Those that stand there as Clew writes them; others are as if they were not there. */
export function ownValuesIn(own: JsonObject | undefined): OwnValue[] {
  return listAt(own, "values").flatMap((each) => {
    const [property, value, during] = [textAt(each, "property"), fieldOf(each, "value"), textAt(each, "during")];
    const isSound =
      typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
    if (property === "" || !isSound) return [];
    return {
      property,
      value,
      approximate: fieldOf(each, "approximate") === true,
      stance: stances.find((stance) => stance === textAt(each, "stance")) ?? "asserts",
      speaker: textAt(each, "speaker") || null,
      during: during !== "" && parsePartialInterval(during) !== undefined ? during : null,
      text: textAt(each, "text"),
    };
  });
}

/** The same, to be written. */
export function ownValueFields(claim: AttributeClaim, text: string): object {
  const { property, value, approximate, stance, speaker, during } = claim;
  return {
    property,
    value,
    ...(approximate ? { approximate } : {}),
    ...(stance === "asserts" ? {} : { stance }),
    ...(speaker === null ? {} : { speaker }),
    ...(during === null ? {} : { during }),
    ...(text === "" ? {} : { text }),
  };
}

/** Whether a claim is no more than its value, asserted by its source: what other formats take. */
export function isPlainValue({ stance, speaker, approximate, during }: AttributeClaim): boolean {
  return stance === "asserts" && speaker === null && !approximate && during === null;
}
