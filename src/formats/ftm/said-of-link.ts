import type { ClaimAttributes } from "../../claims/claim.ts";
import { dayOfTime, spanOf } from "../iso-days.ts";
import type { ThingClaim } from "../thing-records.ts";
import { amountWords } from "./amount-words.ts";
import type { FtmEntity } from "./parse-entity.ts";
import { provenanceKeys } from "./provenance.ts";
import type { FtmEdge, FtmSchema } from "./schemata.ts";
import { scalarOf } from "./thing-of.ts";

/** What the note of a link is: in what two entities are linked. */
const noteKeys = ["role", "relationship", "program", "purpose", "ownershipType", "summary"];
/** What a link is about, beside its ends. */
const aboutKeys = ["contract", "project", "callForTenders"];

export type SaidOfLink = Pick<ThingClaim, "during" | "said" | "about" | "note"> & { readonly attributes: ClaimAttributes };

/** What a link entity says of its link: when, in what, about what; each value that has no place of its own stays an attribute, its id among them. */
export function saidOfLink(entity: FtmEntity, { properties: types }: FtmSchema, { source, target }: FtmEdge): SaidOfLink {
  const { properties } = entity;
  const texts = (key: string | undefined) => (properties.get(key ?? "") ?? []).map(({ value }) => String(value));
  const { during, used } = when(texts);
  const note = noteKeys.find((key) => properties.has(key));
  const about = aboutKeys.find((key) => properties.has(key) && key !== source && key !== target);
  const isSourced = properties.has("sourceUrl");
  const once = new Set([note, about, ...used]);
  const whole = new Set([source, target, ...(isSourced ? provenanceKeys : [])]);
  const rest = [...properties]
    .filter(([key]) => !whole.has(key))
    .flatMap(([key, values]) =>
      values.slice(once.has(key) ? 1 : 0).map((value) => [key, scalarOf(value, types.get(key))] as const),
    );
  return {
    during,
    said: dayOfTime(entity.firstSeen),
    about: texts(about)[0] ?? null,
    note: texts(note)[0] ?? amountWords((key) => texts(key)[0]),
    attributes: [
      ["id", entity.id],
      ...rest,
      ...entity.seen,
      ...(isSourced ? entity.datasets.map((name) => ["dataset", name] as const) : []),
      ...entity.referents.map((referent) => ["referent", referent] as const),
    ],
  };
}

/** From the start to the end; a date alone is one day, with an end alone it is the start. `used`: what that takes. */
function when(texts: (key: string) => readonly string[]): { readonly during: string | null; readonly used: readonly string[] } {
  const day = (key: string) => dayOfTime(texts(key)[0] ?? "");
  const [start, end, date] = [day("startDate"), day("endDate"), day("date")];
  if (start === null && end === null) return { during: date, used: date === null ? [] : ["date"] };
  const during = spanOf(start ?? date, end);
  if (during === null) return { during, used: [] };
  return { during, used: [start === null ? "date" : "startDate", ...(end === null ? [] : ["endDate"])] };
}
