import { BadInput } from "../base/problem.ts";
import type { Entity } from "../claims/entity.ts";

/** Ids that mean the same everywhere, and those that were given by hand. */
export const worldSpace = "world";
/** Not a space: ids in the file are those of the case, of whatever space each is. */
export const idsOfCase = "case";

/** The space that an entity's id is of. */
export function spaceOf({ space }: Pick<Entity, "space">): string {
  return space ?? worldSpace;
}

/** Its id as it is written in that space. */
export function writtenIn({ id, written }: Pick<Entity, "id" | "written">): string {
  return written ?? id;
}

/** Whether the entity is what a file of the space means by an id. */
export function isMeantBy(entity: Pick<Entity, "id" | "written" | "space">, space: string, written: string): boolean {
  return spaceOf(entity) === space && writtenIn(entity) === written;
}

/** The name of a space, as somebody gives it. Throws BadInput. */
export function spaceNamed(name: string): string {
  if (/^[^\p{Cc}@]{1,100}$/u.test(name) && name.isWellFormed() && name.trim() === name) return name;
  throw new BadInput(`ids: wanted a name of 1 to 100 characters without @, got ${JSON.stringify(name.slice(0, 120))}`);
}

/** The space of files whose ids mean nothing elsewhere: called like the first of them, and told from all others by what it holds. */
export function ownSpace({ name, sha256 }: { readonly name: string; readonly sha256: string }): string {
  const stem = name.slice(name.lastIndexOf("/") + 1).replace(/\..*$/s, "");
  const plain = stem.replaceAll(/[^\p{L}\p{N}_-]+/gu, "-").replace(/^-+|-+$/g, "");
  return `${[...plain].slice(0, 30).join("") || "file"}-${sha256.slice(0, 12)}`;
}

/** The id that an entity gets here when the one that is written is another's; `nth` from 1, for the next that is free. */
export function idApart(written: string, space: string, nth: number): string {
  return nth === 1 ? `${written}@${space}` : `${written}@${space}~${nth}`;
}
