import type { EntityId } from "../base/ids.ts";
import type { ChartNode } from "../claims/chart.ts";
import type { Entity } from "../claims/entity.ts";
import type { CaseStore } from "../store/case-store.ts";
import { claimColumns, claimWidth } from "../store/claim-row.ts";
import type { IdsInFile } from "../store/dangling-end.ts";
import { entityWidth, type OtherRecord, type RecordBatch } from "../store/record-batch.ts";
import { IdPlacer } from "./id-placer.ts";
import { idsOfCase, isMeantBy, spaceOf, worldSpace, writtenIn } from "./id-space.ts";
import type { FilePart } from "./pack-files.ts";
import { type FileIds, spacesOfFiles } from "./spaces-of-files.ts";

/** A part whose ids are those that the entities have in the case. */
export type PlacedPart =
  | { readonly kind: "file"; readonly file: string; readonly source: Source; readonly ids: IdsInFile }
  | Exclude<FilePart, { kind: "file" | "files" }>;

type Source = Extract<FilePart, { kind: "file" }>["source"];

/** Parts as they are read, with the ids that their entities get: docs/decisions/id-spaces.md. `ids`: the name of a space, given for all. */
export async function* placeIds(
  store: CaseStore,
  parts: AsyncIterable<FilePart>,
  ids: string | undefined,
): AsyncGenerator<PlacedPart> {
  const files = new FilesToPlace(store, ids);
  for await (const part of parts) {
    if (part.kind === "files") files.begin(part.files);
    else if (part.kind === "file") yield files.next(part);
    else if (part.kind === "batch") yield { kind: "batch", batch: placedBatch(part.batch, files.map) };
    else {
      const apart = files.setApart();
      if (apart !== null) yield apart;
      yield part;
    }
  }
}

/** The files of an import, one after the other. */
class FilesToPlace {
  map: FileMap;
  readonly #store: CaseStore;
  readonly #given: string | undefined;
  #placer: IdPlacer;
  #spaces: readonly string[] = [];
  #files: readonly FileIds[] = [];
  #at = -1;

  constructor(store: CaseStore, given: string | undefined) {
    this.#store = store;
    this.#given = given;
    this.#placer = new IdPlacer(store, []);
    this.map = new CaseIds(store, this.#placer);
  }

  begin(files: readonly FileIds[]): void {
    this.#files = files;
    this.#spaces = spacesOfFiles(this.#store, files, this.#given).of;
    this.#placer = new IdPlacer(this.#store, this.#spaces);
  }

  next(part: Extract<FilePart, { kind: "file" }>): PlacedPart {
    this.#at++;
    const placer = this.#placer;
    const space = this.#spaces[this.#at] ?? idsOfCase;
    const claims = this.#files[this.#at]?.idSpace === "file" ? "made" : "written";
    this.map = space === idsOfCase ? new CaseIds(this.#store, placer) : new SpaceIds(space, placer);
    const isRecorded = claims === "made" || this.#given !== undefined;
    const source = isRecorded ? { ...part.source, ids: space } : part.source;
    return { ...part, source, ids: { space: this.map.space, claims, written: (id) => placer.writtenAs(id) } };
  }

  /** A problem that says which ids of the file under way are others here; null where all are as they are written, or were before. */
  setApart(): PlacedPart | null {
    const apart = this.#placer.takeNewlyApart();
    const name = this.#files[this.#at]?.name ?? "";
    return apart.length === 0 ? null : { kind: "batch", batch: apartBatch(name, apart) };
  }
}

/** How the ids of a file become those of the case. */
interface FileMap {
  readonly space: string | null;
  /** Whether every id stays as it is. */
  readonly isPlain: boolean;
  id(written: string): EntityId;
  /** Id, and record as JSON. */
  entity(written: string, json: string): readonly [id: EntityId, json: string];
}

class SpaceIds implements FileMap {
  readonly space: string | null;
  readonly isPlain: boolean;
  readonly #name: string;
  readonly #placer: IdPlacer;
  /** What is put behind the last field of a record. */
  readonly #end: string;

  constructor(name: string, placer: IdPlacer) {
    this.#name = name;
    this.#placer = placer;
    this.isPlain = placer.isPlain;
    this.space = name === worldSpace ? null : name;
    this.#end = this.space === null ? "}" : `,"space":${JSON.stringify(name)}}`;
  }

  id(written: string): EntityId {
    return this.#placer.place(written, this.#name);
  }

  entity(written: string, json: string): readonly [id: EntityId, json: string] {
    const id = this.id(written);
    if (id === written && !json.includes('"space":')) return [id, json.slice(0, -1) + this.#end];
    const { space: _, written: __, ...entity } = JSON.parse(json) as Entity;
    const placed = {
      ...entity,
      id,
      ...(this.space === null ? {} : { space: this.space }),
      ...(id === written ? {} : { written }),
    };
    return [id, JSON.stringify(placed)];
  }
}

/** Ids of a case as they are; but an entity whose record says that it is of another space than the one here is another. */
class CaseIds implements FileMap {
  readonly space = null;
  readonly isPlain: boolean;
  readonly #store: CaseStore;
  readonly #placer: IdPlacer;
  readonly #others = new Map<string, EntityId>();

  constructor(store: CaseStore, placer: IdPlacer) {
    this.#store = store;
    this.#placer = placer;
    this.isPlain = placer.isPlain;
  }

  id(written: string): EntityId {
    return this.#others.get(written) ?? (written as EntityId);
  }

  entity(written: string, json: string): readonly [id: EntityId, json: string] {
    if (json.includes('"space":')) {
      const entity = JSON.parse(json) as Entity;
      const here = this.#store.entity(entity.id);
      const [space, own] = [spaceOf(entity), writtenIn(entity)];
      if (here !== undefined && here.space !== undefined && !isMeantBy(here, space, own)) {
        const id = this.#placer.place(own, space);
        this.#others.set(written, id);
        return [id, JSON.stringify({ ...entity, id, ...(id === own ? {} : { written: own }) })];
      }
    }
    this.#placer.declare(written);
    return [written as EntityId, json];
  }
}

const ends = claimColumns
  .split(", ")
  .flatMap((name, at) => (["subject", "object", "speaker", "about"].includes(name) ? [at] : []));

function placedBatch(batch: RecordBatch, map: FileMap): RecordBatch {
  const entities = [...batch.entities];
  for (let at = 0; at < entities.length; at += entityWidth) {
    const [id, json] = map.entity(entities[at]!, entities[at + 2]!);
    entities[at] = id;
    entities[at + 2] = json;
  }
  if (map.isPlain) return { ...batch, entities };
  const claims = [...batch.claims];
  let { declared } = batch;
  for (let row = 0; row < claims.length; row += claimWidth)
    for (const end of ends) {
      const written = claims[row + end];
      if (written == null) continue;
      const id = map.id(written);
      if (id === written) continue;
      claims[row + end] = id;
      // Who packed it knows what is written, not whose it is.
      declared = false;
    }
  return { ...batch, entities, claims, declared, others: batch.others.map((record) => placedOther(record, map)) };
}

function placedOther(record: OtherRecord, map: FileMap): OtherRecord {
  if (record.kind === "judgement") {
    const { judgement } = record;
    return { kind: "judgement", judgement: { ...judgement, a: map.id(judgement.a), b: map.id(judgement.b) } };
  }
  if (record.kind !== "chart") return record;
  const nodes = record.chart.nodes.map((node): ChartNode => ({ ...node, entity: map.id(node.entity) }));
  return { kind: "chart", chart: { ...record.chart, nodes } };
}

function apartBatch(file: string, apart: readonly string[]): RecordBatch {
  const some = apart.slice(0, 5).map((id) => JSON.stringify(id.slice(0, 60)));
  const more = apart.length > 5 ? " and others" : "";
  const message = `wanted ids of its own, got ${apart.length} that the case has from elsewhere (${some.join(", ")}${more}); they are kept apart, unless the ids of the file are said to be the same`;
  const problem = { file, where: "ids", kind: "ids-apart", message };
  return { entities: [], claims: [], others: [{ kind: "problem", problem, outcome: "kept" }], declared: true, records: 1 };
}
