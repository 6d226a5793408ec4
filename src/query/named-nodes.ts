import { BadInput } from "../base/problem.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { idAt } from "../graph/packed-ids.ts";
import { idInWords, nodeNamed } from "./node-named.ts";

export interface NamedNodes {
  /** In the order in which they are named, each once. */
  readonly named: readonly number[];
  readonly avoid: readonly number[];
}

/** The entities that a question about several is about, in indices. Throws BadInput for one that the case lacks or that is avoided, too. */
export function namedNodes(
  { names }: NamedSnapshot,
  { ask, entities, avoid }: { readonly ask: string; readonly entities: readonly string[]; readonly avoid: readonly string[] },
): NamedNodes {
  const named = [...new Set(entities.map((id) => nodeNamed(names, id)))];
  const off = avoid.map((id) => nodeNamed(names, id));
  const both = named.find((node) => off.includes(node));
  if (both !== undefined)
    throw new BadInput(`${ask}: wanted ${idInWords(idAt(names.entities, both))} named or avoided, got both`);
  return { named, avoid: off };
}
