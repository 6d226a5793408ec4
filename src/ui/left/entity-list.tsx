import { ChoiceBox } from "../parts/choice-box.tsx";
import { TextButton } from "../parts/text-button.tsx";
import { TypeGlyph, useEntityType } from "../parts/type-glyph.tsx";
import { useCanvas } from "../shortcuts/command-context.ts";
import type { Listing } from "../state/listing-actions.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { count, shortName } from "../state/words.ts";
import styles from "./left.module.css";

const onCanvas = "on the canvas";
const all = "all";

/** What the list of a large case is of: what is on the canvas, all entities, or those of a type. */
export function ListOf() {
  const listing = usePage((state) => state.listing);
  const types = usePage((state) => state.overview?.types) ?? [];
  const known = usePage((state) => state.case?.types) ?? [];
  const { listEntities, listCanvas } = useActions();
  const plural = (type: string) => shortName(known.find(({ id }) => id === type)?.plural ?? type, 60);
  const value = listing === null ? onCanvas : listing.type === null ? all : `type ${listing.type}`;
  return (
    <div className={styles.of}>
      <ChoiceBox
        look="bare"
        label="List of"
        value={value}
        choices={[
          { value: onCanvas, label: "On the canvas" },
          { value: all, label: "All entities" },
          ...types.map(({ type, entities }) => ({
            value: `type ${type}`,
            label: plural(type),
            side: entities.toLocaleString("en"),
          })),
        ]}
        onChange={(chosen) => {
          if (chosen === onCanvas) listCanvas();
          else listEntities(chosen === all ? null : chosen.slice("type ".length));
        }}
      />
    </div>
  );
}

/** A page after the other of the entities of a large case, most linked first. */
export function EntityList({ listing }: { listing: Listing }) {
  const { listMore, goToEntity } = useActions();
  const canvas = useCanvas();
  const { entities, total, busy } = listing;
  const left = total - entities.length;
  return (
    <div className={styles.listing} aria-busy={busy}>
      <p className={styles.note} role="status">
        {busy && entities.length === 0
          ? "Loading…"
          : `${entities.length.toLocaleString("en")} of ${count(total, "entity", "entities")}`}
      </p>
      <ul aria-label="Entities, most linked first">
        {entities.map((entity) => (
          <li key={entity.id}>
            <EntityRow entity={entity} onPress={() => goToEntity(entity.id) && canvas()?.focus([entity.id])} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <div className={styles.foot}>
          <TextButton small disabled={busy} onPress={listMore}>
            {busy ? "Loading…" : `${Math.min(left, 100)} more`}
          </TextButton>
        </div>
      )}
    </div>
  );
}

function EntityRow({ entity, onPress }: { entity: Listing["entities"][number]; onPress: () => void }) {
  const { label } = useEntityType(entity.type);
  const name = shortName(entity.name, 80);
  return (
    <button type="button" className={styles.row} onClick={onPress}>
      <TypeGlyph type={entity.type} size={15} />
      <span className={styles.word}>{name}</span>
      <span className="visually-hidden">, {shortName(label, 40)}, </span>
      <span className={styles.number}>
        {entity.degree.toLocaleString("en")}
        <span className="visually-hidden"> {entity.degree === 1 ? "link" : "links"}</span>
      </span>
    </button>
  );
}
