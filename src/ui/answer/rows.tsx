import { Button } from "react-aria-components";
import type { AnswerEntity, PlainLink } from "../../query/answer.ts";
import { lineForms } from "../../view/scene.ts";
import inspector from "../inspector/inspector.module.css";
import { LineSample } from "../parts/line-sample.tsx";
import parts from "../parts/parts.module.css";
import { TypeGlyph } from "../parts/type-glyph.tsx";
import { useActions } from "../state/use-page.ts";
import { shortName, standingWords } from "../state/words.ts";
import styles from "./answer.module.css";
import { Paged } from "./paged.tsx";
import { useAnswerNames } from "./use-answer-names.ts";
import { walkKeys } from "./walk.tsx";

interface EntityRowsProps {
  readonly title: string;
  readonly entities: readonly Pick<AnswerEntity, "id" | "name" | "type">[];
}

/** Entities of an answer, each opening in the inspector; arrow keys go from one to the next. */
export function EntityRows({ title, entities }: EntityRowsProps) {
  const { selectEntity } = useActions();
  if (entities.length === 0) return null;
  return (
    <section className={styles.block}>
      <RowsHead title={title} number={entities.length} />
      <Paged items={entities}>
        {(some) => (
          <ul onKeyDown={walkKeys}>
            {some.map(({ id, name, type }) => (
              <li key={id}>
                <Button data-walk="" className={styles.row ?? ""} onPress={() => selectEntity(id)}>
                  <TypeGlyph type={type} size={16} />
                  <span>{shortName(name, 100)}</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

/** Links of an answer in words, each opening at its claims. */
export function LinkRows({ title, links }: { title: string; links: readonly PlainLink[] }) {
  const { selectLink } = useActions();
  const words = useLinkWords();
  if (links.length === 0) return null;
  return (
    <section className={styles.block}>
      <RowsHead title={title} number={links.length} />
      <Paged items={links}>
        {(some) => (
          <ul onKeyDown={walkKeys}>
            {some.map((link) => (
              <li key={link.id}>
                <Button data-walk="" className={inspector.link ?? ""} onPress={() => selectLink(link.id)}>
                  <LineSample form={lineForms[link.standing]} width={26} />
                  <span>{words(link)}</span>
                  <span className={inspector.standing} title={standingWords[link.standing]}>
                    {link.standing}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

export function RowsHead({ title, number }: { title: string; number: number }) {
  return (
    <h3 className={parts.caps}>
      {title} <span>· {number.toLocaleString("en")}</span>
    </h3>
  );
}

/** "ISIS-K perpetrated Attack in Moscow" */
export function useLinkWords(): (link: PlainLink) => string {
  const names = useAnswerNames();
  const name = (id: string) => shortName(names.entity(id), 60);
  return ({ from, to, relation }) => `${name(from)} ${shortName(names.relation(relation), 60)} ${name(to)}`;
}
