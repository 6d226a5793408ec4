import { dayOfTime, spanOf } from "../iso-days.ts";
import { fieldOf, type JsonObject, type JsonValue, listAt, objectAt, textAt } from "../json-value.ts";
import { type RelationWords, wordsOf } from "../thing-records.ts";
import { pairsOf } from "./details.ts";

/** An interest as a link: the interested party is the subject. */
export interface Interest {
  readonly relation: string;
  readonly words: RelationWords;
  readonly note: string;
  readonly during: string | null;
  readonly attributes: readonly (readonly [string, string | number | boolean])[];
}

const relations = new Map<string, readonly [relation: string, inverse: string]>([
  ["shareholding", ["owns", "owned by"]],
  ["votingRights", ["controls", "controlled by"]],
  ["voting-rights", ["controls", "controlled by"]],
  ["appointmentOfBoard", ["controls", "controlled by"]],
  ["appointment-of-board", ["controls", "controlled by"]],
  ["otherInfluenceOrControl", ["controls", "controlled by"]],
  ["influence-or-control", ["controls", "controlled by"]],
  ["controlViaCompanyRulesOrArticles", ["controls", "controlled by"]],
  ["controlByLegalFramework", ["controls", "controlled by"]],
  ["boardMember", ["leads", "led by"]],
  ["boardChair", ["leads", "led by"]],
  ["seniorManagingOfficial", ["leads", "led by"]],
  ["senior-managing-official", ["leads", "led by"]],
  ["beneficiaryOfLegalArrangement", ["beneficiary-of", "has as beneficiary"]],
  ["trustee", ["trustee-of", "has as trustee"]],
  ["settlor", ["settlor-of", "has as settlor"]],
  ["protector", ["protector-of", "has as protector"]],
  ["nominee", ["nominee-of", "has as nominee"]],
  ["nominator", ["nominator-of", "has as nominator"]],
]);
/** Without any interest, or without a type: what the standard calls it. */
const plain = ["has-interest-in", "has as interested party"] as const;

/** The interests of a relationship; one without a type where it names none. `until`: when it was stated no more, which ends what has no end. */
export function interestsOf(details: JsonObject, until: string | null): Interest[] {
  const interests = listAt(details, "interests");
  return (interests.length === 0 ? [{}] : interests).map((interest) => interestOf(interest, until));
}

const taken = new Set(["type", "startDate", "endDate", "share", "details"]);

function interestOf(interest: JsonValue, until: string | null): Interest {
  const type = textAt(interest, "type");
  const [relation, inverse] = relations.get(type) ?? (type === "" ? plain : [type, undefined]);
  const start = dayOfTime(textAt(interest, "startDate"));
  const end = dayOfTime(textAt(interest, "endDate"));
  const details = textAt(interest, "details");
  const isNamed = type === "" || relation !== type;
  const share = shareOf(objectAt(interest, "share"));
  return {
    relation,
    words: inverse === undefined ? {} : { inverse, family: "property" },
    note: [[isNamed && type !== "" ? wordsOf(type) : "", shareWords(share)], [details]]
      .map((parts) => parts.filter((text) => text !== "").join(", "))
      .filter((text) => text !== "")
      .join(": "),
    during: spanOf(start, end ?? until) ?? spanOf(start, end),
    attributes: [...share, ...(typeof interest === "object" && interest !== null ? pairsOf(interest as JsonObject, taken) : [])],
  };
}

/** `share: 50`, or between `shareMinimum` and `shareMaximum`; a bound that is left out of the stretch is `shareAbove` or `shareBelow`. */
function shareOf(share: JsonObject | undefined): (readonly [string, number])[] {
  const number = (key: string) => {
    const found = fieldOf(share, key);
    return typeof found === "number" && Number.isFinite(found) ? found : undefined;
  };
  const [least, most] = [number("minimum"), number("maximum")];
  const pairs: (readonly [string, number | undefined])[] = [
    ["share", number("exact")],
    [fieldOf(share, "exclusiveMinimum") === true ? "shareAbove" : "shareMinimum", least],
    [fieldOf(share, "exclusiveMaximum") === true ? "shareBelow" : "shareMaximum", most],
    ["shareAbove", number("exclusiveMinimum")],
    ["shareBelow", number("exclusiveMaximum")],
  ];
  return pairs.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}

/** "50 %", "at least 25 and below 50 %". */
function shareWords(share: readonly (readonly [string, number])[]): string {
  const words = share.map(([key, number]) => `${bounds.get(key) ?? ""}${number}`);
  return words.length === 0 ? "" : `${words.join(" and ")} %`;
}

const bounds = new Map([
  ["shareMinimum", "at least "],
  ["shareAbove", "above "],
  ["shareMaximum", "at most "],
  ["shareBelow", "below "],
]);
