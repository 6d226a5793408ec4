import type { Conditions } from "./conditions.ts";
import type { SnapshotNames } from "./snapshot.ts";

type OnRelations = Pick<Conditions, "relations" | "notRelations" | "families" | "notFamilies">;

/** 1 for each relation that a question walks (R27); null when it walks all. O(relations + what is named). */
export function relationMarks({ relations, families }: SnapshotNames, asked: OnRelations): Uint8Array | null {
  const lists = [asked.relations, asked.families, asked.notRelations, asked.notFamilies].map((list) => new Set<string>(list));
  const [only, onlyFamilies, not, notFamilies] = lists as [Set<string>, Set<string>, Set<string>, Set<string>];
  if (lists.every(({ size }) => size === 0)) return null;
  const any = only.size === 0 && onlyFamilies.size === 0;
  return Uint8Array.from(relations, (relation, at) => {
    const family = families[at]!;
    const wanted = any || only.has(relation) || onlyFamilies.has(family);
    return Number(wanted && !not.has(relation) && !notFamilies.has(family));
  });
}
