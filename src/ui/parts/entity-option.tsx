import { ListBoxItem } from "react-aria-components";
import type { SearchHit } from "../../store/case-store.ts";
import { shortName } from "../state/words.ts";
import { cx } from "./cx.ts";
import styles from "./parts.module.css";
import { TypeGlyph, useEntityType } from "./type-glyph.tsx";

/** An entity in a list of suggestions: its name, the alias that matched when that is another, and whether that is only like it. */
export function EntityOption({ id, hit: { entity, matched, similar } }: { id: string; hit: SearchHit }) {
  const name = shortName(entity.name);
  const type = useEntityType(entity.type);
  const side = matched === entity.name || matched === "" ? shortName(type.label, 30) : shortName(matched, 60);
  return (
    <ListBoxItem id={id} textValue={name} className={cx(styles.option)}>
      <TypeGlyph type={entity.type} />
      <span>{name}</span>
      <span className={styles.side}>{similar ? `similar · ${side}` : side}</span>
    </ListBoxItem>
  );
}
