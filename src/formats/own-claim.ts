import { type ClaimId, sourceId } from "../base/ids.ts";
import { parsePartialDate } from "../base/partial-date.ts";
import { parsePartialInterval } from "../base/partial-interval.ts";
import { type Credibility, type LinkClaim, type Stance, stances } from "../claims/claim.ts";
import { type Ontology, relationOf } from "../claims/ontology.ts";
import { reliabilities, type Source } from "../claims/source.ts";
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
  /** Sources that its source repeats, in turn. */
  readonly origins: readonly Source[];
  /** The id, in that format, of the claim that it only repeats. */
  readonly relays: string | null;
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
    ...sourcesIn(objectAt(own, "source")),
    relays: text("relays"),
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

function sourcesIn(given: JsonObject | undefined): Pick<OwnClaim, "source" | "origins"> {
  const found: Source[] = [];
  for (let at = given; at !== undefined && found.length < mostOrigins; at = objectAt(at, "derivedFrom")) {
    const source = sourceIn(at);
    if (source === null || found.some(({ id }) => id === source.id)) break;
    found.push(source);
  }
  const [source = null, ...origins] = found.map((each, place) => ({ ...each, derivedFrom: found[place + 1]?.id ?? null }));
  return { source, origins };
}

/** Sources that repeat one another, at most. */
const mostOrigins = 16;

function sourceIn(given: JsonObject): Source | null {
  const [id, title] = [textAt(given, "id"), textAt(given, "title")];
  if (id === "" || title === "") return null;
  const text = (key: string) => textAt(given, key) || null;
  const date = (key: string) => {
    const found = text(key);
    return found !== null && parsePartialDate(found) !== undefined ? found : null;
  };
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
    reliability: reliabilities.find((each) => each === text("reliability")) ?? null,
    derivedFrom: null,
  };
}

/** What a claim is written with. */
export interface OwnWriting {
  readonly ontology: Ontology;
  readonly source: (id: Source["id"]) => Source | undefined;
  /** The id, in that format, of a claim that was written. */
  readonly written: (id: ClaimId) => string | undefined;
}

/** The same, to be written: what is as it mostly is, is left out. */
export function ownClaimFields(claim: LinkClaim, { ontology, source: sourceOf, written }: OwnWriting): object {
  const { relation, stance, speaker, about, note, during, said, credibility, attributes } = claim;
  const relays = claim.relays === null ? null : (written(claim.relays) ?? null);
  const source = shortSource(claim.source, sourceOf, mostOrigins);
  return {
    relation,
    ...(relationOf(ontology, relation).symmetric ? { symmetric: true } : {}),
    stance,
    ...withoutNulls({ speaker, about, note: note || null, during, said, credibility, relays }),
    ...(attributes.length === 0 ? {} : { attributes }),
    ...(source === undefined ? {} : { source }),
  };
}

function shortSource(of: Source["id"], sourceOf: OwnWriting["source"], left: number): object | undefined {
  const found = sourceOf(of);
  if (found === undefined || left === 0) return undefined;
  const { id, title, publisher, author, url, published, retrieved, reliability, derivedFrom } = found;
  const origin = derivedFrom === null ? undefined : shortSource(derivedFrom, sourceOf, left - 1);
  const own = withoutNulls({ id, title, publisher, author, url, published, retrieved, reliability });
  return origin === undefined ? own : { ...own, derivedFrom: origin };
}

function withoutNulls(fields: Readonly<Record<string, string | number | null>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
