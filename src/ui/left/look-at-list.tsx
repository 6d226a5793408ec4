import type { LookAt } from "../../case/views.ts";
import { cx } from "../parts/cx.ts";
import { useCanvas } from "../shortcuts/command-context.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { shortName } from "../state/words.ts";
import { Head } from "./head.tsx";
import styles from "./left.module.css";

const signs = { contested: "≠", same: "?", figures: "#" } as const;

/** What deserves a look: contested links, suggestions of sameness, figures that differ. */
export function LookAtList() {
  const items = usePage((state) => state.case?.toLookAt) ?? [];
  const { selectEntity, selectLink, fold, openPart } = useActions();
  const isLarge = usePage((state) => state.overview !== null);
  const canvas = useCanvas();
  if (items.length === 0) return null;
  const open = (item: LookAt) => {
    fold("right", false);
    if (item.kind === "contested") return selectLink(item.link);
    const [first, ...others] = item.kind === "same" ? [item.b, item.a] : [...item.entities].reverse();
    if (first !== undefined) selectEntity(first);
    for (const other of others) selectEntity(other, { add: true });
    if (first !== undefined && isLarge) void openPart({ by: "around", of: first });
    else canvas()?.focus(item.kind === "same" ? [item.a, item.b] : item.entities);
  };
  return (
    <section className={styles.block}>
      <Head title="To look at" />
      <ul>
        {items.map((item) => (
          <li key={`${item.kind} ${item.text}`}>
            <button type="button" className={cx(styles.row, styles.look)} onClick={() => open(item)}>
              <span className={styles.sign} aria-hidden="true">
                {signs[item.kind]}
              </span>
              <span className={styles.word}>{shortName(item.text, 240)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
