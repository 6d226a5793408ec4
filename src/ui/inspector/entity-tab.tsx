import type { EntityView } from "../../case/views.ts";
import { ActionMenu } from "../parts/action-menu.tsx";
import { lineOfView } from "../parts/claim-line.ts";
import { ClaimQuote } from "../parts/claim-quote.tsx";
import parts from "../parts/parts.module.css";
import { TextButton } from "../parts/text-button.tsx";
import { TypeGlyph, useEntityType } from "../parts/type-glyph.tsx";
import type { PageState } from "../state/page-state.ts";
import { useNameOf } from "../state/use-name-of.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { count, shortName } from "../state/words.ts";
import { EntityLinks } from "./entity-links.tsx";
import { EntityMentions } from "./entity-mentions.tsx";
import styles from "./inspector.module.css";
import { Judgements } from "./judgements.tsx";

/** An entity: what it is, what is said of it, its links by relation, where that comes from. */
export function EntityTab() {
  const loaded = usePage((state) => state.entity);
  const selected = usePage((state) => state.selected);
  if (loaded.state === "none")
    return (
      <div className={styles.content}>
        <p className={styles.empty}>Choose an entity on the canvas or in the list, or search for one.</p>
      </div>
    );
  return (
    <div className={styles.content} aria-busy={loaded.state === "loading"}>
      {selected.length > 1 && <Several selected={selected} />}
      {loaded.state === "loading" && <p className={styles.empty}>Loading…</p>}
      {loaded.state === "failed" && <p className={parts.error}>{loaded.message}</p>}
      {loaded.state === "ready" && <EntityBody view={loaded.view} />}
    </div>
  );
}

/** What can be asked of several entities that are selected. */
function Several({ selected }: { selected: PageState["selected"] }) {
  const nameOf = useNameOf();
  const { startWith } = useActions();
  const ends = selected.map((id) => ({ id, text: shortName(nameOf(id), 200) }));
  return (
    <div className={styles.several}>
      <p>{count(selected.length, "entity", "entities")} selected; the last one is shown.</p>
      <div>
        <TextButton small onPress={() => startWith("connect", ends)}>
          What connects them
        </TextButton>
        <TextButton small onPress={() => startWith("common", ends)}>
          What they have in common
        </TextButton>
      </div>
    </div>
  );
}

function EntityBody({ view }: { view: EntityView }) {
  return (
    <>
      <EntityHead view={view} />
      <Figures view={view} />
      <EntityLinks view={view} />
      <Judgements view={view} />
      <EntityMentions mentions={view.mentions} more={view.moreMentions} />
      <Sources sources={view.sources} />
    </>
  );
}

function EntityHead({ view: { entity, mergedFrom } }: { view: EntityView }) {
  const type = useEntityType(entity.type);
  const isLarge = usePage((state) => state.overview !== null);
  const { startAt, startWith, openDialog, openAround } = useActions();
  const end = { text: shortName(entity.name, 200), id: entity.id };
  return (
    <section>
      <div className={styles.title}>
        <TypeGlyph type={entity.type} size={24} />
        <div>
          <h2>{entity.name}</h2>
          <p className={styles.type}>
            {shortName(type.label, 60)}
            {entity.placeholder && " · named by a link only"}
          </p>
          {entity.aliases.length > 0 && (
            <p className={styles.type}>Also {entity.aliases.map((alias) => shortName(alias, 120)).join(", ")}</p>
          )}
        </div>
      </div>
      {entity.description !== "" && <p className={styles.lead}>{entity.description}</p>}
      {mergedFrom.length > 0 && (
        <p className={styles.type}>Judged the same as {mergedFrom.map(({ name }) => shortName(name, 120)).join(", ")}</p>
      )}
      <div className={styles.actions}>
        <TextButton small onPress={() => startAt("from", end)}>
          From here
        </TextButton>
        <TextButton small onPress={() => startAt("to", end)}>
          To here
        </TextButton>
        {isLarge && (
          <TextButton small onPress={() => void openAround(entity.id)}>
            Neighbours
          </TextButton>
        )}
        <ActionMenu
          label={`More about ${end.text}`}
          actions={[
            { label: "What lies around it", run: () => startWith("around", [{ id: entity.id, text: end.text }]) },
            {
              label: "Add a claim…",
              run: () => openDialog({ kind: "claim", subject: entity.id, relation: null, object: null }),
            },
            { label: "Same as or different from…", run: () => openDialog({ kind: "judge", entity: entity.id }) },
          ]}
        />
      </div>
    </section>
  );
}

/** Claims that give a value: "133 casualties". */
function Figures({ view: { attributes } }: { view: EntityView }) {
  const properties = usePage((state) => state.case?.properties) ?? [];
  if (attributes.length === 0) return null;
  return (
    <section className={styles.block}>
      <div className={styles.head}>
        <h3 className={parts.caps}>Figures</h3>
      </div>
      <div className={styles.claims}>
        {attributes.map((claim) => {
          const value =
            typeof claim.value === "number"
              ? claim.value.toLocaleString("en", { maximumFractionDigits: 20 })
              : String(claim.value);
          const property = properties.find(({ id }) => id === claim.property);
          // "11 people" reads better than "11 number".
          const what = (property?.id === "count" ? property.unit : property?.label) ?? claim.property;
          return (
            <div key={claim.id}>
              <p className={styles.figure}>
                {claim.approximate && "about "}
                {shortName(value, 400)} <span>{shortName(what, 80)}</span>
              </p>
              <ClaimQuote line={lineOfView(claim)} />
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Sources({ sources }: { sources: EntityView["sources"] }) {
  const { openSource } = useActions();
  if (sources.length === 0) return null;
  return (
    <section className={styles.block}>
      <div className={styles.head}>
        <h3 className={parts.caps}>Sources</h3>
      </div>
      <ul>
        {sources.map(({ id, title, claims }) => (
          <li key={id}>
            <button type="button" className={styles.inline} onClick={() => void openSource(id)}>
              {shortName(title, 160)}
            </button>{" "}
            <span className={styles.type}>{count(claims, "claim")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
