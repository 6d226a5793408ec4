import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type ClaimPlace, claimLine, type DrawnClaim, drawClaim } from "./claims.ts";
import { about, Draws } from "./draws.ts";
import { namesOfCase, typeNamed } from "./entity-names.ts";
import { placeholderType } from "./entity-types.ts";
import { judgementRecord } from "./judgements.ts";
import { type DrawnCase, ENTITIES_PER_ATTRIBUTE } from "./reckoning.ts";
import { claimIdOf, entityIdOf, sourceIdOf } from "./record-ids.ts";
import { relationIds } from "./relations.ts";

/** Characters that are handed on at once. */
const PIECE = 1 << 20;

/** Writes a case as Clew JSON lines, piece by piece; gzipped when the name ends so. */
export async function writeCaseFile(file: string, drawn: DrawnCase): Promise<void> {
  await writeLines(file, caseLines(drawn));
}

/** Its entities and links as CSV without a head: `id,type,name` and `from,to,relation,claims`. */
export async function writeTables(files: { readonly nodes: string; readonly links: string }, drawn: DrawnCase): Promise<void> {
  await writeLines(files.nodes, nodeLines(drawn));
  await writeLines(files.links, linkLines(drawn));
}

async function writeLines(file: string, lines: Iterable<string>): Promise<void> {
  const out = createWriteStream(file);
  const first = file.endsWith(".gz") ? createGzip({ level: 1 }) : out;
  const ended = first === out ? finished(out) : Promise.all([finished(first), finished(out)]);
  if (first !== out) first.pipe(out);
  let piece = "";
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    if (!first.write(piece)) await once(first, "drain");
    piece = "";
  }
  first.end(piece);
  await ended;
}

function* caseLines(drawn: DrawnCase): Iterable<string> {
  const { size, sources, judgements, facts } = drawn;
  const { entities, claims, withdrawn, attributes } = facts;
  const records = sources.count + entities + claims + withdrawn + attributes + judgements.length;
  yield `${JSON.stringify({ clew: 1, name: `generated-${entities}-${size.seed}`, records })}\n`;
  for (let source = 0; source < sources.count; source++) yield `${JSON.stringify(sources.record(source))}\n`;
  yield* entityLines(drawn);
  yield* claimLines(drawn);
  yield* attributeLines(drawn);
  yield* withdrawnLines(drawn);
  for (const judgement of judgements) yield `${JSON.stringify(judgementRecord(judgement))}\n`;
}

function* entityLines({ size, network }: DrawnCase): Iterable<string> {
  const namesOf = namesOfCase(size);
  for (let entity = 0; entity < size.entities; entity++) {
    const type = typeNamed(network.types[entity]!);
    const { name, aliases } = namesOf(entity, type);
    const more = aliases.length > 0 ? `,"aliases":${JSON.stringify(aliases)}` : "";
    const stand = type === placeholderType ? ',"placeholder":true' : "";
    yield `{"kind":"entity","id":"${entityIdOf(entity)}","type":"${type}","name":${JSON.stringify(name)}${more}${stand}}\n`;
  }
}

/** First a claim for every link, then what other sources say of it: the claims of a link do not lie side by side. */
function* claimLines(drawn: DrawnCase): Iterable<string> {
  const { claimCounts, network } = drawn;
  const { draws, claim, place } = claimTools(drawn);
  for (let link = 0; link < network.links; link++) {
    place.link = link;
    yield claimLine(claim, draws, place);
  }
  for (let link = 0; link < network.links; link++) {
    place.link = link;
    for (place.nth = 1; place.nth < claimCounts[link]!; place.nth++) yield claimLine(claim, draws, place);
  }
}

function* withdrawnLines(drawn: DrawnCase): Iterable<string> {
  const { claimCounts, network } = drawn;
  const { draws, claim, place } = claimTools(drawn);
  for (let link = 0; link < network.links; link++) {
    place.link = link;
    for (place.nth = 1; place.nth < claimCounts[link]!; place.nth++) {
      drawClaim(claim, draws, place);
      if (claim.withdrawn) yield `{"kind":"withdrawn","claim":"${claimIdOf(link, place.nth)}","reason":"entered by mistake"}\n`;
    }
  }
}

function claimTools({ size, network, sources }: DrawnCase): { draws: Draws; claim: DrawnClaim; place: ClaimPlace } {
  const claim: DrawnClaim = { stance: 0, speaker: -1, source: 0, relays: false, withdrawn: false };
  return { draws: new Draws(size.seed), claim, place: { link: 0, nth: 0, network, sources } };
}

function* attributeLines({ size, sources, facts }: DrawnCase): Iterable<string> {
  const draws = new Draws(size.seed);
  for (let nth = 0; nth < facts.attributes; nth++) {
    draws.key(about.attribute, nth);
    const subject = entityIdOf(nth * ENTITIES_PER_ATTRIBUTE + draws.below(ENTITIES_PER_ATTRIBUTE));
    const source = sourceIdOf(draws.below(sources.count));
    const said = { subject, property: "count", value: 1 + draws.below(20_000), approximate: draws.chance(0.5) };
    yield `${JSON.stringify({ kind: "claim", claim: "attribute", id: `a${nth}`, ...said, stance: "asserts", source })}\n`;
  }
}

function* nodeLines({ size, network }: DrawnCase): Iterable<string> {
  const namesOf = namesOfCase(size);
  for (let entity = 0; entity < size.entities; entity++) {
    const type = typeNamed(network.types[entity]!);
    yield `${entityIdOf(entity)},${type},"${namesOf(entity, type).name}"\n`;
  }
}

function* linkLines({ network, claimCounts }: DrawnCase): Iterable<string> {
  const { from, to, relation, links } = network;
  for (let link = 0; link < links; link++)
    yield `${entityIdOf(from[link]!)},${entityIdOf(to[link]!)},${relationIds[relation[link]!]},${claimCounts[link]}\n`;
}
