import type { EntityTypeId } from "../base/ids.ts";
import { type Ontology, type Shape, typeOf } from "../claims/ontology.ts";
import { standings } from "../claims/standing.ts";
import { type LineForm, lineForms, type Scene } from "./scene.ts";

/** What the marks of a scene mean, and how many of each it holds. */
export interface Legend {
  /** Types that occur, most entities first, then by label. */
  readonly types: readonly LegendType[];
  /** Standings that occur, strongest first. */
  readonly standings: readonly { readonly form: LineForm; readonly count: number }[];
}

export interface LegendType {
  readonly type: EntityTypeId;
  /** In the plural: "Countries". */
  readonly label: string;
  readonly shape: Shape;
  readonly icon: string;
  readonly color: string;
  readonly count: number;
}

export function legendOf(scene: Scene, ontology: Ontology): Legend {
  const types = new Map<EntityTypeId, LegendType>();
  for (const { type, shape, icon, color } of scene.nodes) {
    const label = typeOf(ontology, type).plural;
    types.set(type, { type, label, shape, icon, color, count: (types.get(type)?.count ?? 0) + 1 });
  }
  return {
    types: [...types.values()].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)),
    standings: standings
      .map((standing) => ({ form: lineForms[standing], count: scene.edges.filter((edge) => edge.standing === standing).length }))
      .filter(({ count }) => count > 0),
  };
}
