import type { Entity } from "./entity.ts";

/**
 * What two declarations of one id say together: the first name, type and description that say
 * something stay, other names become aliases. Gives `known` itself when the new one adds nothing.
 */
export function mergeEntity(known: Entity, added: Entity): Entity {
  const nameless = isNameless(known);
  const name = nameless ? added.name : known.name;
  const others = [...known.aliases, ...(isNameless(added) ? [] : [added.name]), ...added.aliases];
  const aliases = [...new Set(others)].filter((alias) => alias !== name);
  const merged: Entity = {
    ...known,
    type: known.type === "thing" ? added.type : known.type,
    name,
    aliases,
    description: known.description === "" ? added.description : known.description,
    placeholder: known.placeholder && added.placeholder,
  };
  const space = known.space ?? added.space;
  const same =
    merged.name === known.name &&
    merged.type === known.type &&
    merged.description === known.description &&
    merged.placeholder === known.placeholder &&
    space === known.space &&
    merged.aliases.length === known.aliases.length;
  return same ? known : { ...merged, ...(space === undefined ? {} : { space }) };
}

/** Called by its id, here or in its file, because nobody says a name. */
function isNameless({ id, name, written }: Entity): boolean {
  return name === id || name === written;
}
