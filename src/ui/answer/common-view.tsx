import type { CommonAnswer, CommonEntity } from "../../query/answer.ts";
import { EntityName } from "../parts/entity-name.tsx";
import { TypeGlyph } from "../parts/type-glyph.tsx";
import { count, nothingWords, shortName } from "../state/words.ts";
import styles from "./answer.module.css";
import { Evidence } from "./evidence.tsx";
import { Paged } from "./paged.tsx";
import { useAnswerNames } from "./use-answer-names.ts";
import { VerdictBox } from "./verdict-box.tsx";
import { WalkItem, walkKeys } from "./walk.tsx";

/** What entities have in common, most reached first; one open at a time, with its ties to each. */
export function CommonView({ answer, shown }: { answer: CommonAnswer; shown: number }) {
  const { common, count: all, question } = answer;
  const names = useAnswerNames();
  if (common.length === 0) return <VerdictBox sentence={nothingWords(answer)} />;
  const asked = question.entities.length;
  const whole = common.filter(({ reaches }) => reaches === asked).length;
  const who = asked <= 3 ? question.entities.map((id) => shortName(names.entity(id), 40)).join(", ") : `the ${asked} named`;
  const rest = whole === common.length ? "" : ` ${whole} of them with all.`;
  return (
    <>
      <VerdictBox sentence={`${count(all, "entity", "entities")} in common of ${who}.${rest}`} />
      <Paged items={common} shown={shown}>
        {(some) => (
          <ol aria-label="In common" className={styles.cards} onKeyDown={walkKeys}>
            {some.map((entity, at) => (
              <Common key={entity.id} entity={entity} at={at} open={at === shown} of={asked} />
            ))}
          </ol>
        )}
      </Paged>
    </>
  );
}

function Common({ entity, at, open, of }: { entity: CommonEntity; at: number; open: boolean; of: number }) {
  return (
    <li className={styles.card} data-open={open ? "" : undefined}>
      <WalkItem at={at} open={open} className={styles["card-head"] ?? ""}>
        <TypeGlyph type={entity.type} size={16} />
        <span>{open ? <b className={styles.lead}>{shortName(entity.name, 100)}</b> : shortName(entity.name, 100)}</span>
        <span className={styles.measure}>
          {entity.reaches} of {of}
        </span>
      </WalkItem>
      {open && (
        <ul className={styles.hops}>
          {entity.ties.map((tie) => (
            <li key={tie.entity.id} className={styles.hop}>
              <h3>
                <span>
                  <EntityName entity={entity} /> <span className={styles.arrow}>and</span> <EntityName entity={tie.entity} />
                </span>
              </h3>
              {tie.links.map((link) => (
                <Evidence key={link.id} link={link} />
              ))}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
