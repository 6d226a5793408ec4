import type { SourceId } from "../base/ids.ts";
import type { Credibility } from "../claims/claim.ts";
import { reliabilities } from "../claims/source.ts";
import { sourceOfClaim } from "../graph/snapshot.ts";
import type { PathQuestion } from "./question.ts";
import { type Constraint, droppable, perEntry, type Tried, type Try } from "./try.ts";

/** Constraints on the claims behind links. */
export function claimLoosenings(question: PathQuestion): Constraint[] {
  const { at, during, said } = question;
  return [
    sources(question),
    ...perEntry("notSources", question.notSources, (source) => ({ kind: "source", source })),
    droppable(question.speakers.length > 0, { kind: "speakers" }, { speakers: [] }),
    ...perEntry("notSpeakers", question.notSpeakers, (entity) => ({ kind: "not-speaker", entity })),
    reliabilitySteps(question),
    credibilitySteps(question),
    droppable(question.quoted, { kind: "quoted" }, { quoted: false }),
    droppable(question.noEchoes, { kind: "no-echoes" }, { noEchoes: false }),
    ...perEntry("notClaims", question.notClaims, (claim) => ({ kind: "claim", claim })),
    droppable(question.certain, { kind: "certain" }, { certain: false }),
    droppable(question.undated === "out", { kind: "undated" }, { undated: "in" }),
    droppable(said !== null, { kind: "said" }, { said: null }),
    droppable(at !== null, { kind: "at" }, { at: null }),
    droppable(during !== null, { kind: "during" }, { during: null }),
  ];
}

function sources({ sources: only }: PathQuestion): Constraint {
  const add = (added: readonly SourceId[]): Try => ({
    change: { kind: "sources", added },
    loosen: (asked) => ({ ...asked, sources: [...asked.sources, ...added] }),
  });
  const all: Try = {
    change: { kind: "sources", added: [] },
    loosen: (asked) => ({ ...asked, sources: [] }),
    narrow: (asked, tried) => add(sourcesNeeded(asked, tried)),
  };
  return { tries: only.length === 0 ? [] : [all] };
}

/** The sources that a path needs beside those allowed: of each hop that none of them has a word on, those of its strongest link. */
function sourcesNeeded({ sources: allowed }: PathQuestion, { path, graph }: Tried): SourceId[] {
  const { snapshot, names } = graph;
  const known = new Set<string>(allowed);
  const sourcesOf = (claims: readonly number[]) => claims.map((claim) => names.sources[sourceOfClaim(snapshot, claim)]!);
  const lacking = path.steps.filter(
    (links) => !links.some(({ claims }) => sourcesOf(claims).some((source) => known.has(source))),
  );
  return [...new Set(lacking.flatMap(([strongest]) => sourcesOf(strongest!.claims)))].sort() as SourceId[];
}

/** One grade at a time, then ungraded ones as well. */
function reliabilitySteps({ reliability }: PathQuestion): Constraint {
  if (reliability === null) return { tries: [] };
  const worse = [...reliabilities.slice(reliabilities.indexOf(reliability) + 1), null];
  return {
    tries: worse.map((grade) => ({
      change: { kind: "reliability", reliability: grade },
      loosen: (asked) => ({ ...asked, reliability: grade }),
    })),
  };
}

const credibilities = [1, 2, 3, 4, 5, 6] as const satisfies readonly Credibility[];

function credibilitySteps({ credibility }: PathQuestion): Constraint {
  if (credibility === null) return { tries: [] };
  const worse: readonly (Credibility | null)[] = [...credibilities.filter((grade) => grade > credibility), null];
  return {
    tries: worse.map((grade) => ({
      change: { kind: "credibility", credibility: grade },
      loosen: (asked) => ({ ...asked, credibility: grade }),
    })),
  };
}
