import type { SceneEdge, SceneNode } from "../../view/scene.ts";
import { count, shortName } from "../state/words.ts";

/** "ISIS-K, armed group, 5 links" */
export function sayEntity({ label, typeLabel, selected }: SceneNode, links: number): string {
  return `${shortName(label, 80)}, ${typeLabel.toLowerCase()}, ${count(links, "link")}${selected ? ", selected" : ""}`;
}

interface SaidLink {
  readonly from: string;
  readonly to: string;
  /** Place among the links of the entity, from 1. */
  readonly place: number;
  readonly of: number;
}

/** "ISIS-K perpetrated Attack in Moscow, corroborated, 2 of 5" */
export function sayLink({ label, standing }: SceneEdge, { from, to, place, of }: SaidLink): string {
  return `${shortName(from, 80)} ${label} ${shortName(to, 80)}, ${standing}, ${place} of ${of}`;
}
