import type { Entity } from "./entity.ts";

/**
 * What two declarations of one id say together: the first name, type and description that say
 * something stay, other names become aliases. Gives `known` itself when the new one adds nothing.
 */
export function mergeEntity(known: Entity, added: Entity): Entity {
  const nameless = known.name === known.id;
  const name = nameless ? added.name : known.name;
  const others = [...known.aliases, ...(added.name === added.id ? [] : [added.name]), ...added.aliases];
  const aliases = [...new Set(others)].filter((alias) => alias !== name);
  const merged: Entity = {
    id: known.id,
    type: known.type === "thing" ? added.type : known.type,
    name,
    aliases,
    description: known.description === "" ? added.description : known.description,
    placeholder: known.placeholder && added.placeholder,
  };
  const same =
    merged.name === known.name &&
    merged.type === known.type &&
    merged.description === known.description &&
    merged.placeholder === known.placeholder &&
    merged.aliases.length === known.aliases.length;
  return same ? known : merged;
}
