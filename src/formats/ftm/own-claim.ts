import { sourceId } from "../../base/ids.ts";
import { parsePartialDate } from "../../base/partial-date.ts";
import { parsePartialInterval } from "../../base/partial-interval.ts";
import { type Credibility, type Stance, stances } from "../../claims/claim.ts";
import type { Source } from "../../claims/source.ts";
import { fieldOf, isJsonList, type JsonObject, objectAt, textAt } from "../json-value.ts";

/** What a link entity that Clew wrote says beside FollowTheMoney's own words. */
export interface OwnClaim {
  readonly relation: string;
  readonly symmetric: boolean;
  readonly stance: Stance;
  readonly speaker: string | null;
  readonly about: string | null;
  readonly note: string;
  readonly during: string | null;
  readonly said: string | null;
  readonly credibility: Credibility | null;
  readonly attributes: readonly (readonly [string, string | number | boolean])[];
  readonly source: Source | null;
}

/** Null where nothing of the kind stands there: what is not as Clew writes it is as if it were not there. */
export function ownClaim(own: JsonObject | undefined): OwnClaim | null {
  const relation = textAt(own, "relation");
  const stance = stances.find((each) => each === textAt(own, "stance"));
  if (own === undefined || relation === "" || stance === undefined) return null;
  const text = (key: string) => textAt(own, key) || null;
  const [during, said, grade] = [text("during"), text("said"), fieldOf(own, "credibility")];
  return {
    relation,
    symmetric: fieldOf(own, "symmetric") === true,
    stance,
    speaker: text("speaker"),
    about: text("about"),
    note: textAt(own, "note"),
    during: during !== null && parsePartialInterval(during) !== undefined ? during : null,
    said: said !== null && parsePartialDate(said) !== undefined ? said : null,
    credibility: ([1, 2, 3, 4, 5, 6] as const).find((each) => each === grade) ?? null,
    attributes: pairsIn(own),
    source: sourceIn(objectAt(own, "source")),
  };
}

function pairsIn(own: JsonObject): OwnClaim["attributes"] {
  const pairs = fieldOf(own, "attributes");
  return (isJsonList(pairs) ? pairs : []).flatMap((pair) => {
    const [key, value] = isJsonList(pair) ? pair : [];
    const isSound =
      typeof key === "string" && (typeof value === "string" || typeof value === "boolean" || Number.isFinite(value));
    return isSound ? [[key, value as string | number | boolean] as const] : [];
  });
}

function sourceIn(given: JsonObject | undefined): Source | null {
  const [id, title] = [textAt(given, "id"), textAt(given, "title")];
  if (id === "" || title === "") return null;
  const text = (key: string) => textAt(given, key) || null;
  const date = (key: string) => {
    const found = text(key);
    return found !== null && parsePartialDate(found) !== undefined ? found : null;
  };
  const reliability = (["A", "B", "C", "D", "E", "F"] as const).find((each) => each === text("reliability")) ?? null;
  return {
    id: sourceId(id),
    title,
    publisher: text("publisher"),
    author: text("author"),
    url: text("url"),
    published: date("published"),
    retrieved: date("retrieved"),
    text: null,
    sha256: null,
    reliability,
    derivedFrom: null,
  };
}
