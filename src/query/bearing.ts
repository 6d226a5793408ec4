import { type ClaimId, compareIds, entityId, sourceId } from "../base/ids.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { claimIdsBehind } from "../graph/claim-ids.ts";
import { LinkFilter } from "../graph/link-filter.ts";
import { compareLinks } from "../graph/link-order.ts";
import { linkOfClaim } from "../graph/live-links.ts";
import { idAt } from "../graph/packed-ids.ts";
import { sourceOfClaim } from "../graph/snapshot.ts";
import type { FoundPath } from "./found.ts";
import { foundLink } from "./found-links.ts";
import type { FoundBearing } from "./found-networks.ts";
import { type Budget, Meter } from "./meter.ts";
import { nodeNamed } from "./node-named.ts";
import { planPaths } from "./plan.ts";
import { type BearingQuestion, type PathQuestion, pathDefaults } from "./question.ts";
import { searchPaths } from "./search-paths.ts";
import { sideNodes } from "./sides.ts";

/**
 * What bears the weight of "they are linked" (R45). What is load-bearing lies on every path, so that only what one path has is tried:
 * the question is asked again with it withdrawn. A path found then that needs nothing withdrawn rules out whatever it
 * lacks. At most one question per entity, link, source and claim of a path. When time runs out, what is given is load-bearing,
 * and more may be. Throws BadInput as a path question does.
 */
export function runBearing(question: BearingQuestion, graph: NamedSnapshot, budget: Budget): FoundBearing {
  const started = budget.clock();
  const meter = new Meter(budget, question.budgetMs);
  const trial: Trial = { graph, meter, entities: 0 };
  const asked: PathQuestion = { ...pathDefaults, ...question, ask: "path", kind: "shortest", limit: 1 };
  const first = firstPath(trial, asked);
  const cuts = first === null ? nothing : cutsAmong(trial, asked, first);
  const stop = meter.stopped ?? "exhausted";
  return {
    complete: stop === "exhausted",
    stop,
    visited: { entities: trial.entities, links: meter.links },
    elapsedMs: budget.clock() - started,
    linked: first !== null,
    ...inOrderOfIds(cuts, question, graph),
  };
}

function inOrderOfIds(
  { nodes, links, sources, claims }: Parts,
  question: BearingQuestion,
  graph: NamedSnapshot,
): Pick<FoundBearing, "nodes" | "links" | "sources" | "claims"> {
  const { snapshot } = graph;
  const filter = new LinkFilter(graph, question);
  const shown = (link: number) => foundLink(snapshot, filter, { link, from: snapshot.linkFrom[link]! });
  const ascending = (list: readonly number[]) => list.toSorted((a, b) => a - b);
  return {
    nodes: ascending(nodes),
    links: links.toSorted((a, b) => compareLinks(graph, a, b)).map(shown),
    sources: ascending(sources),
    claims: claims
      .map((claim) => ({ claim, id: claimIdOf(graph, claim) }))
      .toSorted((a, b) => compareIds(a.id, b.id))
      .map(({ claim }) => ({ claim, link: shown(linkOfClaim(snapshot, claim)) })),
  };
}

function claimIdOf(graph: NamedSnapshot, claim: number): ClaimId {
  const link = linkOfClaim(graph.snapshot, claim);
  return claimIdsBehind(graph, link)[claim - graph.snapshot.claimStart[link]!]!;
}

/** Questions asked one after the other within one budget. */
interface Trial {
  readonly graph: NamedSnapshot;
  readonly meter: Meter;
  /** The most that one of them reached. */
  entities: number;
}

/** Null when there is none, or the meter stopped the search. */
function firstPath(trial: Trial, question: PathQuestion): FoundPath | null {
  const plan = planPaths(trial.graph, question);
  const { paths, visited } = searchPaths(question, { ...trial, plan });
  trial.entities = Math.max(trial.entities, visited);
  return paths[0] ?? null;
}

/** What a path has, or what cuts: in indices, each once. */
interface Parts {
  readonly nodes: readonly number[];
  readonly links: readonly number[];
  readonly sources: readonly number[];
  readonly claims: readonly number[];
}

const nothing: Parts = { nodes: [], links: [], sources: [], claims: [] };

function partsOf({ nodes, steps }: FoundPath, { snapshot }: NamedSnapshot): Parts {
  const links = steps.flat();
  const claims = links.flatMap((link) => link.claims);
  return {
    nodes: nodes.slice(1, -1),
    links: links.map(({ link }) => link),
    sources: [...new Set(claims.map((claim) => sourceOfClaim(snapshot, claim)))],
    claims,
  };
}

/** Something withdrawn: the question without it, and whether a claim goes with it. */
interface Withdrawal {
  readonly question: PathQuestion;
  readonly takes: (claim: number) => boolean;
}

/** What of the first path is load-bearing: entities first, since they rule out the most. */
function cutsAmong(trial: Trial, question: PathQuestion, first: FoundPath): Parts {
  const { names, snapshot } = trial.graph;
  const suspects = new Suspects(trial, suspectsOf(trial.graph, question, first));
  const { notClaims, notSources, avoid } = question;
  const withoutClaims = (from: number, to: number): Withdrawal => {
    const link = linkOfClaim(snapshot, from);
    const first = snapshot.claimStart[link]!;
    const gone = claimIdsBehind(trial.graph, link).slice(from - first, to - first);
    return { question: { ...question, notClaims: [...notClaims, ...gone] }, takes: (claim) => claim >= from && claim < to };
  };
  return {
    nodes: suspects.cuts("nodes", (node) => ({
      question: { ...question, avoid: [...avoid, entityId(idAt(names.entities, node))] },
      takes: () => false,
    })),
    links: suspects.cuts("links", (link) => withoutClaims(snapshot.claimStart[link]!, snapshot.claimStart[link + 1]!)),
    sources: suspects.cuts("sources", (source) => ({
      question: { ...question, notSources: [...notSources, sourceId(names.sources[source]!)] },
      takes: (claim) => sourceOfClaim(snapshot, claim) === source,
    })),
    claims: suspects.cuts("claims", (claim) => withoutClaims(claim, claim + 1)),
  };
}

/** What the path has, less the entities that the question names: the members of either side, and those to pass. */
function suspectsOf(graph: NamedSnapshot, question: PathQuestion, path: FoundPath): Parts {
  const { from, to } = sideNodes(graph, question);
  const named = new Set([...from, ...to, ...question.via.map((id) => nodeNamed(graph.names, id))]);
  const parts = partsOf(path, graph);
  return { ...parts, nodes: parts.nodes.filter((node) => !named.has(node)) };
}

/** What may still be load-bearing. */
class Suspects {
  readonly #trial: Trial;
  #left: Parts;

  constructor(trial: Trial, left: Parts) {
    this.#trial = trial;
    this.#left = left;
  }

  /** Those of a kind without which no path answers; none is added once the meter stopped. */
  cuts(kind: keyof Parts, withdraw: (one: number) => Withdrawal): number[] {
    return this.#left[kind].filter((one) => this.#left[kind].includes(one) && this.#isCut(withdraw(one)));
  }

  #isCut({ question, takes }: Withdrawal): boolean {
    if (this.#trial.meter.stopped !== null) return false;
    const path = firstPath(this.#trial, question);
    if (path === null) return this.#trial.meter.stopped === null;
    if (!this.#loses(path, takes)) this.#keepOnly(partsOf(path, this.#trial.graph));
    return false;
  }

  /** Whether a claim goes from behind a link of the path: then it may be no path with what was withdrawn. */
  #loses({ steps }: FoundPath, takes: (claim: number) => boolean): boolean {
    const { claimStart } = this.#trial.graph.snapshot;
    for (const { link } of steps.flat())
      for (let claim = claimStart[link]!; claim < claimStart[link + 1]!; claim++) if (takes(claim)) return true;
    return false;
  }

  /** Only what another path has, too, can lie on every path. */
  #keepOnly(parts: Parts): void {
    const both = (kind: keyof Parts) => this.#left[kind].filter((one) => parts[kind].includes(one));
    this.#left = { nodes: both("nodes"), links: both("links"), sources: both("sources"), claims: both("claims") };
  }
}
