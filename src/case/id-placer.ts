import { type EntityId, entityId } from "../base/ids.ts";
import type { CaseStore } from "../store/case-store.ts";
import { idApart, idsOfCase, isMeantBy } from "./id-space.ts";

interface Space {
  readonly name: string;
  /** Ids that stay as they are written. */
  readonly same: Set<string>;
  /** Those that became others, by what is written. */
  readonly apart: Map<string, EntityId>;
}

/**
 * Which entity an id in a file is, by the space that the file's ids are of: the one of that space which is written so; else a new one,
 * under the id as it is written where that is free, else under one that says its space. The same case and the same files in the same
 * order give the same ids. Holds the ids of the import; looks each up once, and none where the case is empty.
 */
export class IdPlacer {
  readonly #store: CaseStore;
  readonly #isEmpty: boolean;
  readonly #spaces = new Map<string, Space>();
  /** What ids that became others are written as. */
  readonly #written = new Map<EntityId, string>();
  /** Entities that files declare whose ids are those of the case: whoever comes with them means them. */
  readonly #ofCase = new Set<string>();
  #newlyApart: string[] = [];
  /** Whether no id can meet another's: the case is empty, and all files mean the same by an id. */
  readonly isPlain: boolean;

  /** `spaces`: those of the files to come. */
  constructor(store: CaseStore, spaces: readonly string[]) {
    this.#store = store;
    this.#isEmpty = store.sizeAtMost() === 0;
    this.isPlain = this.#isEmpty && new Set(spaces.filter((name) => name !== idsOfCase)).size <= 1;
  }

  /** A file whose ids are those of the case declares it. */
  declare(id: string): void {
    if (!this.isPlain) this.#ofCase.add(id);
  }

  place(written: string, name: string): EntityId {
    if (this.isPlain) return entityId(written);
    const space = this.#spaceCalled(name);
    if (space.same.has(written)) return entityId(written);
    const known = space.apart.get(written);
    if (known !== undefined) return known;
    const id = this.#find(written, space);
    if (id === written) space.same.add(written);
    else {
      space.apart.set(written, id);
      this.#written.set(id, written);
    }
    return id;
  }

  writtenAs(id: EntityId): string {
    return this.#written.get(id) ?? id;
  }

  /** Ids that were set apart since the last call and are new to the case. */
  takeNewlyApart(): string[] {
    const taken = this.#newlyApart;
    this.#newlyApart = [];
    return taken;
  }

  #spaceCalled(name: string): Space {
    let space = this.#spaces.get(name);
    if (space === undefined) {
      space = { name, same: new Set(), apart: new Map() };
      this.#spaces.set(name, space);
    }
    return space;
  }

  #find(written: string, { name }: Space): EntityId {
    const plain = entityId(written);
    const there = this.#whose(plain, written, name);
    if (there === "its own") return plain;
    for (let nth = 1; ; nth++) {
      const id = entityId(idApart(written, name, nth));
      const whose = this.#whose(id, written, name);
      if (whose === "its own") return id;
      if (whose === "another's") continue;
      // One that looks as if it were set apart is: then no two ids of a space become one.
      if (there === "nobody's" && !written.endsWith(`@${name}`)) return plain;
      this.#newlyApart.push(written);
      return id;
    }
  }

  #whose(id: EntityId, written: string, name: string): "its own" | "another's" | "nobody's" {
    if (this.#ofCase.has(id)) return id === written ? "its own" : "another's";
    const entity = this.#isEmpty ? undefined : this.#store.entity(id);
    if (entity !== undefined) return isMeantBy(entity, name, written) ? "its own" : "another's";
    if (this.#written.has(id)) return "another's";
    for (const space of this.#spaces.values()) if (space.same.has(id)) return "another's";
    return "nobody's";
  }
}
