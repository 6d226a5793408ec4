import type { ConnectAnswer } from "../../query/answer.ts";
import { shortName } from "../state/words.ts";
import styles from "./answer.module.css";
import { EntityRows, LinkRows } from "./rows.tsx";
import { useAnswerNames } from "./use-answer-names.ts";
import { VerdictBox } from "./verdict-box.tsx";

/** The network that joins some entities: what had to be added, its links, and what it could not join. */
export function ConnectView({ answer }: { answer: ConnectAnswer }) {
  const { sentence, fewest, added, fragments, entities, links } = answer;
  const names = useAnswerNames();
  const isAdded = new Set(added);
  return (
    <>
      <VerdictBox sentence={sentence}>
        {added.length > 0 && (
          <p>{fewest ? "Fewer entities do not do." : "Fewer might do; the search found no way with fewer."}</p>
        )}
      </VerdictBox>
      {fragments.length > 1 && (
        <section className={styles.block}>
          <h3 className={styles.sub}>Could not be joined with one another</h3>
          <ol className={styles.fragments}>
            {fragments.map((ids) => (
              <li key={ids.join("\n")}>{ids.map((id) => shortName(names.entity(id), 60)).join(", ")}</li>
            ))}
          </ol>
        </section>
      )}
      <EntityRows title="Added to join them" entities={entities.filter(({ id }) => isAdded.has(id))} />
      <LinkRows title="Links" links={links} />
    </>
  );
}
