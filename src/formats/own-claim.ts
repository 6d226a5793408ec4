import { sourceId } from "../base/ids.ts";
import { parsePartialDate } from "../base/partial-date.ts";
import { parsePartialInterval } from "../base/partial-interval.ts";
import { type Credibility, type LinkClaim, type Stance, stances } from "../claims/claim.ts";
import { type Ontology, relationOf } from "../claims/ontology.ts";
import type { Source } from "../claims/source.ts";
import { fieldOf, isJsonList, type JsonObject, objectAt, textAt } from "./json-value.ts";

/** What a claim that Clew wrote into another format says beside that format's own words. */
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

/** The same, to be written: what is as it mostly is, is left out. */
export function ownClaimFields(claim: LinkClaim, source: Source | undefined, ontology: Ontology): object {
  const { relation, stance, speaker, about, note, during, said, credibility, attributes } = claim;
  return {
    relation,
    ...(relationOf(ontology, relation).symmetric ? { symmetric: true } : {}),
    stance,
    ...withoutNulls({ speaker, about, note: note || null, during, said, credibility }),
    ...(attributes.length === 0 ? {} : { attributes }),
    ...(source === undefined ? {} : { source: shortSource(source) }),
  };
}

function shortSource({ id, title, publisher, author, url, published, retrieved, reliability }: Source): object {
  return withoutNulls({ id, title, publisher, author, url, published, retrieved, reliability });
}

function withoutNulls(fields: Readonly<Record<string, string | number | null>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
