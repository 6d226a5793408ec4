import type { ChartNode } from "../claims/chart.ts";
import type { Entity } from "../claims/entity.ts";
import type { Link } from "../claims/link.ts";
import { relationOf } from "../claims/ontology.ts";
import { claimsByLink, notesOf, weightOf } from "./claims-by-link.ts";
import type { ExportContent } from "./format.ts";

/** An entity of the graph, and where the first chart has it. */
export interface NodeRow {
  readonly id: Entity["id"];
  readonly fields: Pick<Entity, "name" | "type" | "aliases" | "description" | "placeholder">;
  readonly place: Pick<ChartNode, "x" | "y"> | null;
}

/** A link of the graph: what formats of JSON say of it. */
export interface EdgeRow extends Pick<Link, "id" | "from" | "to"> {
  readonly fields: Pick<Link, "relation" | "standing" | "claims" | "origins"> & {
    readonly label: string;
    readonly symmetric: boolean;
    readonly note: string;
    /** Left out where no claim has one. */
    readonly weight?: number;
  };
}

export function* nodeRows({ nodes, charts }: ExportContent): Iterable<NodeRow> {
  const placed = new Map((charts[0]?.nodes ?? []).map((node) => [node.entity, node]));
  for (const { id, type, name, aliases, description, placeholder } of nodes) {
    const place = placed.get(id);
    const fields = { name, type, aliases, description, placeholder };
    yield { id, fields, place: place === undefined ? null : { x: place.x, y: place.y } };
  }
}

export function* edgeRows(content: ExportContent): Iterable<EdgeRow> {
  const claimsOf = claimsByLink(content);
  for (const { id, relation, from, to, standing, claims, origins } of content.links) {
    const { label, symmetric } = relationOf(content.ontology, relation);
    const behind = claimsOf.get(id) ?? [];
    const weight = weightOf(behind);
    const fields = { relation, label, standing, claims, origins, symmetric, note: notesOf(behind).join("; ") };
    yield { id, from, to, fields: weight === null ? fields : { ...fields, weight } };
  }
}

/** One record a line, commas between. */
export function* commaLines(records: Iterable<object>): Iterable<string> {
  let separator = "\n";
  for (const record of records) {
    yield separator + JSON.stringify(record);
    separator = ",\n";
  }
  if (separator !== "\n") yield "\n";
}
