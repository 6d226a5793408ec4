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
  const open = common[shown];
  const asked = question.entities.length;
  const whole = common.filter(({ reaches }) => reaches === asked).length;
  const named = question.entities.map((id) => shortName(names.entity(id), 40));
  const who = asked > 3 ? `The ${asked} named` : `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
  const rest = whole === common.length ? "" : ` Of these, ${whole} with all of them.`;
  return (
    <>
      <VerdictBox sentence={`${who} have ${count(all, "entity", "entities")} in common.${rest}`} />
      <div className={styles.rows}>
        <Paged items={common} shown={shown}>
          {(some) => (
            <ol aria-label="In common" onKeyDown={walkKeys}>
              {some.map(({ id, name, type, reaches }, at) => (
                <li key={id}>
                  <WalkItem at={at} open={at === shown} className={styles.item ?? ""}>
                    <TypeGlyph type={type} size={16} />
                    <span className={styles.body}>{shortName(name, 100)}</span>
                    <span className={styles.measure}>
                      {reaches} of {asked}
                    </span>
                  </WalkItem>
                </li>
              ))}
            </ol>
          )}
        </Paged>
      </div>
      {open !== undefined && <Ties entity={open} />}
    </>
  );
}

/** What ties an entity to each of the named. */
function Ties({ entity }: { entity: CommonEntity }) {
  return (
    <ul className={styles.hops} aria-label={`Ties of ${shortName(entity.name, 100)}`}>
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
  );
}
