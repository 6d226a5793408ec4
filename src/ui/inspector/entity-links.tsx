import { Button } from "react-aria-components";
import type { EntityId } from "../../base/ids.ts";
import type { LinkGroup, LinkLine } from "../../case/views.ts";
import { lineForms } from "../../view/scene.ts";
import { LineSample } from "../parts/line-sample.tsx";
import parts from "../parts/parts.module.css";
import { useActions } from "../state/use-page.ts";
import { shortName, standingWords } from "../state/words.ts";
import styles from "./inspector.module.css";

/** The links of an entity by relation, each in words: "charged by — Russia, terrorism". */
export function EntityLinks({ groups, self, total }: { groups: readonly LinkGroup[]; self: EntityId; total: number }) {
  if (groups.length === 0) return null;
  const shown = groups.reduce((sum, { links }) => sum + links.length, 0);
  return (
    <section className={styles.block}>
      <div className={styles.head}>
        <h3 className={parts.caps}>
          Links <span>· {shown < total ? `${shown.toLocaleString("en")} of ${total.toLocaleString("en")}` : shown}</span>
        </h3>
      </div>
      {groups.map((group) => (
        <div key={`${group.side} ${group.relation}`} className={styles.group}>
          <h3>{shortName(group.label, 80)}</h3>
          <ul>
            {group.links.map((link) => (
              <li key={link.id}>
                <LinkRow link={link} self={self} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
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
