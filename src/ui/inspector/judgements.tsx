import type { EntityView } from "../../case/views.ts";
import type { Verdict } from "../../claims/judgement.ts";
import { EntityName } from "../parts/entity-name.tsx";
import parts from "../parts/parts.module.css";
import { TextButton } from "../parts/text-button.tsx";
import { useActions } from "../state/use-page.ts";
import { dateWords, shortName } from "../state/words.ts";
import styles from "./inspector.module.css";

const verdictWords: Readonly<Record<Verdict, string>> = {
  same: "The same as",
  different: "Not the same as",
  unsure: "May be the same as",
};

/** Somebody's word on whether the entity is the same as another; each can be withdrawn. */
export function Judgements({ view: { judgements } }: { view: EntityView }) {
  const { openDialog } = useActions();
  if (judgements.length === 0) return null;
  return (
    <section className={styles.block}>
      <div className={styles.head}>
        <h3 className={parts.caps}>Same or different</h3>
      </div>
      <ul>
        {judgements.map(({ id, verdict, other, reason, by, at }) => (
          <li key={id} className={styles.judgement}>
            <div>
              <p>
                {verdictWords[verdict]} <EntityName entity={other} className={styles.inline ?? ""} />
              </p>
              <p>
                {[reason !== "" && shortName(reason, 400), `${shortName(by, 60)}, ${dateWords(at)}`].filter(Boolean).join(" · ")}
              </p>
            </div>
            <TextButton
              small
              look="quiet"
              onPress={() =>
                openDialog({
                  kind: "reason",
                  title: "Withdraw the judgement",
                  verb: "Withdraw",
                  what: { kind: "withdraw-judgement", judgement: id },
                })
              }
            >
              Withdraw
            </TextButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
