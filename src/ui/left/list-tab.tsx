import { ChevronRight } from "lucide-react";
import { useCallback, useMemo, useState } from "react";
import { Button, Collection, type Key, ListLayout, Tree, TreeItem, TreeItemContent, Virtualizer } from "react-aria-components";
import { lineForms } from "../../view/scene.ts";
import { cx } from "../parts/cx.ts";
import { LineSample } from "../parts/line-sample.tsx";
import { TypeGlyph } from "../parts/type-glyph.tsx";
import { type OutlineItem, outlineOf } from "../state/outline.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { useRelation } from "../state/use-relation.ts";
import { shortName } from "../state/words.ts";
import { EntityList, ListOf } from "./entity-list.tsx";
import styles from "./left.module.css";

/** What is on the canvas as an outline; of a large case also all that is not on it. */
export function ListTab() {
  const isLarge = usePage((state) => state.overview !== null);
  const listing = usePage((state) => state.listing);
  if (!isLarge) return <Outline />;
  return (
    <div className={styles.lists}>
      <ListOf />
      {listing === null ? <Outline /> : <EntityList listing={listing} />}
    </div>
  );
}

/** The graph without seeing it: entity, its links, the entity at the other end. Enter does what a click on the canvas does. */
function Outline() {
  const graph = usePage((state) => state.graph);
  const hidden = usePage((state) => state.hidden);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const relation = useRelation();
  const { selectEntity, selectLink } = useActions();
  const items = useMemo(
    () => (graph === null ? [] : outlineOf(graph, { hidden, open, relation })),
    [graph, hidden, open, relation],
  );
  const act = useCallback(
    (key: Key) => {
      const item = find(items, String(key));
      if (item?.kind === "entity") selectEntity(item.entity.id);
      if (item?.kind === "link") selectLink(item.link.id);
    },
    [items, selectEntity, selectLink],
  );
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <Tree
        aria-label="Entities and their links"
        className={cx(styles.tree)}
        items={items}
        dependencies={[open]}
        expandedKeys={open}
        onExpandedChange={(keys) => setOpen(new Set([...keys].map(String)))}
        onAction={act}
        renderEmptyState={() => <p className={styles.note}>No entity is on the canvas.</p>}
      >
        {outlineRow}
      </Tree>
    </Virtualizer>
  );
}

const layout = { rowHeight: 30, padding: 6 };

function outlineRow(item: OutlineItem) {
  const entity = item.kind === "entity" ? item.entity : item.other;
  const name = shortName(entity.name, 80);
  const words = item.kind === "entity" ? name : `${item.words} ${name}, ${item.link.standing}`;
  return (
    <TreeItem id={item.key} textValue={words} hasChildItems={item.more} className={cx(styles.item)}>
      <TreeItemContent>
        {item.more ? (
          <Button slot="chevron" className={cx(styles.chevron)}>
            <ChevronRight size={13} aria-hidden="true" />
          </Button>
        ) : (
          <span className={styles.chevron} />
        )}
        {item.kind === "entity" ? (
          <TypeGlyph type={entity.type} size={15} />
        ) : (
          <LineSample form={lineForms[item.link.standing]} width={20} />
        )}
        <span className={styles.line}>
          {item.kind === "link" && <span className={styles.relation}>{item.words} </span>}
          {name}
        </span>
        {item.kind === "entity" && <span className={styles.number}>{entity.degree}</span>}
      </TreeItemContent>
      <Collection items={item.items}>{outlineRow}</Collection>
    </TreeItem>
  );
}

function find(items: readonly OutlineItem[], key: string): OutlineItem | undefined {
  for (const item of items) {
    if (item.key === key) return item;
    if (key.startsWith(`${item.key}/`)) return find(item.items, key);
  }
  return undefined;
}
