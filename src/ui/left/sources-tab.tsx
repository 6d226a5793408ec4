import { useState } from "react";
import { Button } from "react-aria-components";
import type { CaseView } from "../../case/views.ts";
import { cx } from "../parts/cx.ts";
import { TextButton } from "../parts/text-button.tsx";
import { useActions, usePage } from "../state/use-page.ts";
import { count, dateWords, shortName } from "../state/words.ts";
import { Head } from "./head.tsx";
import styles from "./left.module.css";

/** Of more sources those with the most claims come first, so many at a time. */
const atOnce = 200;

/** The sources of the case; each opens at its text. */
export function SourcesTab() {
  const sources = usePage((state) => state.case?.sources) ?? [];
  const { openSource } = useActions();
  const [most, setMost] = useState(atOnce);
  const order = sources.length > atOnce ? [...sources].sort((a, b) => b.claims - a.claims) : sources;
  return (
    <div className={styles.content}>
      <Head title="Sources" number={sources.length} />
      {sources.length === 0 && <p className={styles.note}>None yet. Each imported file becomes one, or brings its own.</p>}
      <ul>
        {order.slice(0, most).map((source) => (
          <li key={source.id}>
            <Button className={cx(styles.source)} onPress={() => void openSource(source.id)}>
              <span className={styles.title}>{shortName(source.title, 200)}</span>
              <span className={styles.about}>{aboutSource(source)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {sources.length > most && (
        <div className={styles.foot}>
          <TextButton small onPress={() => setMost(most + atOnce)}>
            {Math.min(atOnce, sources.length - most)} more of {sources.length.toLocaleString("en")}
          </TextButton>
        </div>
      )}
    </div>
  );
}

function aboutSource({ publisher, published, claims, reliability }: CaseView["sources"][number]): string {
  return [
    publisher !== null && shortName(publisher, 80),
    published !== null && dateWords(published),
    count(claims, "claim"),
    reliability !== null && `reliability ${reliability}`,
  ]
    .filter((part) => part !== false)
    .join(" · ");
}
