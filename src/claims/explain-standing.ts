import { cutText } from "../base/cut-text.ts";
import type { EntityId, SourceId } from "../base/ids.ts";
import { compareIds } from "../base/ids.ts";
import type { Claim } from "./claim.ts";
import type { OriginTrail } from "./origin.ts";
import { countClaims, originOf } from "./origin.ts";
import { standingOf } from "./standing.ts";

type SpokenClaim = Pick<Claim, "stance" | "speaker" | "relays" | "source">;

/** How sources and entities are called on the screen. */
export interface StandingNames {
  source(id: SourceId): string;
  entity(id: EntityId): string;
}

/**
 * Why the claims behind a link add up to its standing, in one sentence: "Contested: Vladimir Putin
 * alleges it (Briefing A); Ukraine denies it (Briefing A)." Order of the claims does not matter. Of more
 * than four of a kind three are named and the rest counted.
 */
export function explainStanding(claims: Iterable<SpokenClaim>, trail: OriginTrail, names: StandingNames): string {
  const all = [...claims];
  const denials = voices(all, names, ({ stance }) => stance === "denies");
  const attributed = voices(all, names, (claim) => claim.stance !== "denies" && !isOwnVoice(claim));
  const origins = originsOf(all.filter(isOwnVoice), trail, names);
  switch (standingOf(countClaims(all, trail))) {
    case "corroborated":
      return `Corroborated: asserted by ${numberWord(origins.length)} independent origins, ${enumerated(folded(origins))}; nobody denies it.`;
    case "stated":
      return `Stated: asserted by ${origins.join()} in its own voice, by no other origin; nobody denies it.`;
    case "alleged":
      return `Alleged: ${folded(attributed).join("; ")}; no source says it in its own voice, and nobody denies it.`;
    case "contested":
      return `Contested: ${[...folded([...origins.map((title) => `${title} asserts it`), ...attributed]), ...folded(denials)].join("; ")}.`;
    case "denied":
      return `Denied: ${folded(denials).join("; ")}; nobody says it.`;
    case null:
      return "No claim is left.";
  }
}

function isOwnVoice({ stance, speaker }: SpokenClaim): boolean {
  return stance === "asserts" && speaker === null;
}

/** One text per origin: the source cited, or those that share the origin. */
function originsOf(claims: readonly SpokenClaim[], trail: OriginTrail, names: StandingNames): string[] {
  return [...Map.groupBy(claims, (claim) => originOf(claim, trail))].sort(byKey).map(([origin, group]) => {
    const titles = titlesOf(group, names);
    if (titles.length > 1) return `${titles.join(" with ")} (one origin)`;
    return group.some(({ source }) => source === origin) ? titles.join() : `${titles.join()} (after ${title(origin, names)})`;
  });
}

/** One text per speaker and stance: "Ukraine denies it (Briefing A, Briefing B)"; sources that name nobody come last. */
function voices(claims: readonly SpokenClaim[], names: StandingNames, wanted: (claim: SpokenClaim) => boolean): string[] {
  const [named, unnamed] = [new Map<string, SpokenClaim[]>(), new Map<string, SpokenClaim[]>()];
  for (const claim of claims.filter(wanted)) {
    const side = claim.speaker === null ? unnamed : named;
    const key = `${claim.stance} ${claim.speaker ?? ""}`;
    const group = side.get(key);
    if (group === undefined) side.set(key, [claim]);
    else group.push(claim);
  }
  return [...[...named].sort(byKey), ...[...unnamed].sort(byKey)].map(([, group]) => voice(group, names));
}

/** `group`: claims of one speaker and stance, at least one. */
function voice(group: readonly SpokenClaim[], names: StandingNames): string {
  const [{ speaker, stance } = { speaker: null, stance: null }] = group;
  const titles = titlesOf(group, names).join(", ");
  if (speaker !== null) return `${cutText(names.entity(speaker), 80)} ${stance} it (${titles})`;
  return stance === "denies" ? `it is denied in ${titles}` : `it is reported as alleged in ${titles}`;
}

/** The sources of the claims, each once, in order of id, the fourth and further ones counted. */
function titlesOf(claims: readonly SpokenClaim[], names: StandingNames): string[] {
  return folded([...new Set(claims.map(({ source }) => source))].sort(compareIds).map((id) => title(id, names)));
}

function title(id: SourceId, names: StandingNames): string {
  return cutText(names.source(id), 80);
}

function folded(texts: readonly string[]): string[] {
  return texts.length <= 4 ? [...texts] : [...texts.slice(0, 3), `${texts.length - 3} more`];
}

function enumerated(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join() : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}

const smallNumbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function numberWord(count: number): string {
  return smallNumbers[count] ?? String(count);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compareIds(a, b);
}
