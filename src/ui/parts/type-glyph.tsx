import { entityTypeId } from "../../base/ids.ts";
import type { EntityType, Shape } from "../../claims/ontology.ts";
import { typeOf } from "../../claims/ontology.ts";
import { usePage } from "../state/use-page.ts";
import styles from "./parts.module.css";
import { typeIcon } from "./type-icon.ts";

const outlines: Readonly<Record<Shape, string>> = {
  disc: "M12 1a11 11 0 1 0 0 22a11 11 0 1 0 0-22z",
  square: "M6 2h12a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4h-12a4 4 0 0 1-4-4v-12a4 4 0 0 1 4-4z",
  hexagon: "M7 1.800h10l6 10.200l-6 10.200h-10l-6-10.200z",
  diamond: "M12 0.500l11.500 11.500l-11.500 11.500l-11.500-11.500z",
};

/** The type of an entity as the canvas draws it: colour, shape and icon. */
export function TypeGlyph({ type, size = 18 }: { type: string; size?: number }) {
  const kind = useEntityType(type);
  const Icon = typeIcon(kind.icon);
  return (
    <svg className={styles.glyph} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={outlines[kind.shape]} style={{ fill: `light-dark(${kind.color.light}, ${kind.color.dark})` }} />
      <Icon x={6} y={6} width={12} height={12} strokeWidth={2.4} color="var(--panel)" />
    </svg>
  );
}

/** The case's type under that id; a plain thing under its own name when the case has none. */
export function useEntityType(type: string): EntityType {
  const known = usePage((state) => state.case?.types.find(({ id }) => id === type));
  return (
    known ?? typeOf({ types: new Map(), relations: new Map(), properties: new Map() }, entityTypeId(type === "" ? "thing" : type))
  );
}
