import type { EntityId } from "../base/ids.ts";
import type { ParsedPattern } from "./parse-pattern.ts";
import type { PatternEdge, PatternNode } from "./question.ts";

/**
 * A pattern as people write it, which `parsePattern` reads back: chains apart by commas, each as long as the edges follow one
 * another. A node that is met again is named where it is first written. Entities stand in quotes under the name
 * that `entityName` gives.
 */
export function patternText({ nodes, edges }: ParsedPattern, entityName: (id: EntityId) => string): string {
  const chains = chainsOf(edges);
  const wordOf = wordsOf(nodes, chains, entityName);
  const texts = chains.map(([first, ...rest]) => {
    const start = wordOf(first!.start);
    return [first!, ...rest].reduce(
      (text, { edge, start: left, end }) => `${text} ${edgeText(edge, left)} ${wordOf(end)}`,
      start,
    );
  });
  return texts.join(", ");
}

/** An edge as it is walked: from the node on the left to the one on the right. */
interface Walked {
  readonly edge: PatternEdge;
  readonly start: number;
  readonly end: number;
}

/** Edges that follow one another end to end, in order; one that does not begins the next chain. */
function chainsOf(edges: readonly PatternEdge[]): Walked[][] {
  const chains: Walked[][] = [];
  for (const edge of edges) {
    const chain = chains.at(-1);
    const end = chain?.at(-1)?.end;
    if (chain !== undefined && end === edge.from) chain.push({ edge, start: edge.from, end: edge.to });
    else if (chain !== undefined && end === edge.to) chain.push({ edge, start: edge.to, end: edge.from });
    else chains.push([{ edge, start: edge.from, end: edge.to }]);
  }
  return chains;
}

function edgeText({ from, direction, relations }: PatternEdge, left: number): string {
  const along = from === left;
  const points = direction === "any" ? "neither" : (direction === "forward") === along ? "right" : "left";
  const inside = relations.map(relationText).join("|");
  if (inside === "") return { neither: "--", right: "->", left: "<-" }[points];
  return `${points === "left" ? "<-" : "-"}${inside}${points === "right" ? "->" : "-"}`;
}

function relationText(id: string): string {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_-]*$/u.test(id) ? id : quoted(id);
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}

/** Says each node: in full where it is first met, by its name where it is met again. */
function wordsOf(
  nodes: readonly PatternNode[],
  chains: readonly (readonly Walked[])[],
  entityName: (id: EntityId) => string,
): (node: number) => string {
  const mentions = chains.flatMap((chain) => [chain[0]!.start, ...chain.map(({ end }) => end)]);
  const again = new Set(mentions.filter((node, at) => mentions.indexOf(node) !== at));
  const names = holeNames(nodes, again);
  const met = new Set<number>();
  return (node) => {
    const { entity, types } = nodes[node]!;
    if (entity !== null) return quoted(entityName(entity));
    const name = names.get(node);
    if (name !== undefined && met.has(node)) return name;
    met.add(node);
    const kind = types.length === 0 ? "*" : types.join("|");
    return name === undefined ? kind : `${name}:${kind}`;
  };
}

/** A name for each hole that is met more than once: its own where it can be written so and is no type, else a letter and a number. */
function holeNames(nodes: readonly PatternNode[], again: ReadonlySet<number>): ReadonlyMap<number, string> {
  const types = new Set<string>(nodes.flatMap((node) => node.types));
  const taken = new Set(nodes.map(({ name }) => name));
  let last = 0;
  const free = (): string => {
    do last++;
    while (taken.has(`x${last}`));
    return `x${last}`;
  };
  const named = [...again].filter((node) => nodes[node]!.entity === null).sort((a, b) => a - b);
  return new Map(
    named.map((node) => {
      const { name } = nodes[node]!;
      return [node, /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !types.has(name) ? name : free()] as const;
    }),
  );
}
