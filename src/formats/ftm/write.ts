import type { ClaimId, EntityId, LinkId } from "../../base/ids.ts";
import type { AttributeClaim, LinkClaim } from "../../claims/claim.ts";
import { representatives } from "../../claims/judgement.ts";
import { linkOfClaim } from "../../claims/link.ts";
import type { Standing } from "../../claims/standing.ts";
import type { ExportContent, FormatWriter } from "../format.ts";
import { relayedFirst } from "../relayed-first.ts";
import { linkLine } from "./write-link.ts";
import { thingLine } from "./write-thing.ts";

/** Entities of FollowTheMoney, one a line: those of the case, then one for each claim of a link. */
export const ftmWriter: FormatWriter = {
  losses: [
    "A claim of a relation that FollowTheMoney has no link for, or whose ends are not what it wants there, is an UnknownLink whose role is the relation; so is one that is alleged, denied or reported, and its role and summary say so.",
    "Values that a schema has no property for, and those that are not plainly asserted, are notes in words; of plain values, sources and dates are left out.",
    "Dates that are about or uncertain, speakers, grades, what a claim is about, and relations and types of Clew's own stand under `x-clew`, which other programs keep and do not read.",
    "Quotes, rows and pages, ids of claims and who recorded them, texts of sources, what relays what, whether an entity is a placeholder, withdrawn claims, judgements, charts, saved questions, history and the case's own types, relations and properties are left out.",
  ],
  parts: ["entities"],
  *write(content) {
    const values = Map.groupBy(
      content.claims.filter((claim): claim is AttributeClaim => claim.kind === "attribute"),
      ({ subject }) => subject,
    );
    const names = new Map(content.entities.map(({ id, name }) => [id, name]));
    const writing = { ontology: content.ontology, nameOf: (id: EntityId) => names.get(id) ?? id };
    for (const entity of content.entities) yield thingLine(entity, values.get(entity.id) ?? [], writing);
    yield* linkLines(content);
  },
};

function* linkLines({ claims, entities, sources, links, judgements, ontology }: ExportContent): Iterable<string> {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const sourceOf = new Map(sources.map((source) => [source.id, source]));
  const standings = new Map<LinkId, Standing>(links.map(({ id, standing }) => [id, standing]));
  const merged = representatives(judgements);
  const taken = new Set<string>(byId.keys());
  const written = new Map<ClaimId, string>();
  for (const claim of relayedFirst(claims)) {
    if (claim.kind !== "link") continue;
    const id = idOf(claim, taken);
    taken.add(id);
    written.set(claim.id, id);
    yield linkLine(claim, id, {
      ontology,
      entity: (each) => byId.get(each),
      source: (each) => sourceOf.get(each),
      written: (each) => written.get(each),
      standing: standings.get(linkOfClaim(claim, ontology, merged).id) ?? "stated",
    });
  }
}

/** The id of the link entity that a claim came from, where no other has it; else the claim's. */
function idOf({ id, attributes }: LinkClaim, taken: ReadonlySet<string>): string {
  const own = attributes.find(([key]) => key === "id")?.[1];
  const wanted = typeof own === "string" && own !== "" && !taken.has(own) ? own : `claim:${id}`;
  return taken.has(wanted) ? `claim:${id}` : wanted;
}
