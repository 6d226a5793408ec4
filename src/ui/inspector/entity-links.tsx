import { useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { EntityId } from "../../base/ids.ts";
import type { EntityView, LinkGroup, LinkLine } from "../../case/views.ts";
import { lineForms } from "../../view/scene.ts";
import { LineSample } from "../parts/line-sample.tsx";
import parts from "../parts/parts.module.css";
import { TextButton } from "../parts/text-button.tsx";
import { useActions } from "../state/use-page.ts";
import { shortName, standingWords } from "../state/words.ts";
import styles from "./inspector.module.css";

/** The links of an entity by relation, each in words: "charged by — Russia, terrorism". Long groups go on a page at a time. */
export function EntityLinks({ view: { groups, links, entity } }: { view: EntityView }) {
  if (groups.length === 0) return null;
  const total = links.total.toLocaleString("en");
  return (
    <section className={styles.block}>
      <div className={styles.head}>
        <h3 className={parts.caps}>
          Links <span>· {links.shown < links.total ? `${links.shown.toLocaleString("en")} of ${total}` : total}</span>
        </h3>
      </div>
      {groups.map((group) => (
        <Group key={`${entity.id} ${group.side} ${group.relation}`} group={group} self={entity.id} />
      ))}
    </section>
  );
}

function Group({ group, self }: { group: LinkGroup; self: EntityId }) {
  const { moreLinks } = useActions();
  const list = useRef<HTMLUListElement>(null);
  const [told, setTold] = useState("");
  const left = group.count - group.links.length;
  /** The first of those that came has the focus then: the button may be gone. */
  const showMore = async () => {
    const before = group.links.length;
    await moreLinks(group);
    requestAnimationFrame(() => {
      const items = list.current?.children;
      if (items === undefined || items.length <= before) return;
      setTold(`${items.length - before} more links`);
      items[before]?.querySelector("button")?.focus();
    });
  };
  return (
    <div className={styles.group}>
      <h3>
        {shortName(group.label, 80)}
        {left > 0 && <span className={styles.type}> · {group.count.toLocaleString("en")}</span>}
      </h3>
      <ul ref={list}>
        {group.links.map((link) => (
          <li key={link.id}>
            <LinkRow link={link} self={self} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <div className={styles.more}>
          <TextButton small onPress={() => void showMore()}>
            More of {left.toLocaleString("en")} others
          </TextButton>
        </div>
      )}
      <span role="status" className="visually-hidden">
        {told}
      </span>
    </div>
  );
}

export function LinkRow({ link, self }: { link: LinkLine; self: EntityId | null }) {
  const { selectLink } = useActions();
  const other = link.from === self ? link.toEntity : link.fromEntity;
  const words =
    self === null
      ? `${shortName(link.fromEntity.name, 60)} ${link.label} ${shortName(link.toEntity.name, 60)}`
      : shortName(other.name, 100);
  const extra = [...link.notes, ...link.figures].map((text) => shortName(text, 200)).join(" · ");
  return (
    <Button className={styles.link ?? ""} onPress={() => selectLink(link.id)}>
      <LineSample form={lineForms[link.standing]} width={26} />
      <span>
        {words}
        {extra !== "" && <span className={styles.extra}>{extra}</span>}
      </span>
      <span className={styles.standing} title={standingWords[link.standing]}>
        {link.standing}
      </span>
    </Button>
  );
}
