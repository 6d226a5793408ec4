import { parsePartialInterval } from "../../base/partial-interval.ts";
import { type Stance, stances } from "../../claims/claim.ts";
import { fieldOf, type JsonObject, listAt, textAt } from "../json-value.ts";

/** A value that Clew wrote as a note in words, as it was. */
export interface OwnValue {
  readonly property: string;
  readonly value: string | number | boolean;
  readonly approximate: boolean;
  readonly stance: Stance;
  readonly speaker: string | null;
  readonly during: string | null;
  /** The note. */
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
