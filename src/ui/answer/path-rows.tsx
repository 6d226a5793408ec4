import type { AnswerPath } from "../../query/answer.ts";
import { lineForms } from "../../view/scene.ts";
import { LineSample } from "../parts/line-sample.tsx";
import { count, dateWords, shortName } from "../state/words.ts";
import styles from "./answer.module.css";
import { Paged } from "./paged.tsx";
import { WalkItem, walkKeys } from "./walk.tsx";

/** Paths in their order, a line each: through whom, as firm as its weakest hop, how long. */
export function PathRows({ paths, shown }: { paths: readonly AnswerPath[]; shown: number }) {
  const sameEnds = new Set(paths.map(({ entities }) => `${entities[0]?.id}\n${entities.at(-1)?.id}`)).size === 1;
  return (
    <div className={styles.rows}>
      <Paged items={paths} shown={shown}>
        {(some) => (
          <ol aria-label="Paths" onKeyDown={walkKeys}>
            {some.map((path, at) => (
              <li key={path.entities.map(({ id }) => id).join("\n")}>
                <WalkItem at={at} open={at === shown} className={styles.item ?? ""}>
                  <span className={styles.rank}>{at + 1}</span>
                  <span className={styles.body}>{wayOf(path, sameEnds)}</span>
                  <Measure path={path} />
                </WalkItem>
              </li>
            ))}
          </ol>
        )}
      </Paged>
    </div>
  );
}

/** Through whom; the ends as well where they are not the same for all. */
function wayOf({ entities }: AnswerPath, sameEnds: boolean): string {
  const told = sameEnds ? entities.slice(1, -1) : entities;
  return told.length === 0 ? "directly" : told.map(({ name }) => shortName(name, 40)).join(" – ");
}

/** What the order goes by: weight or arrival where that was asked, else hops. */
function Measure({ path: { standing, hops, weight, arrival } }: { path: AnswerPath }) {
  const words =
    weight !== null
      ? `weight ${weight.toLocaleString("en", { maximumFractionDigits: 2 })}`
      : arrival !== null
        ? dateWords(arrival)
        : count(hops, "hop");
  return (
    <span className={styles.measure}>
      <LineSample form={lineForms[standing]} width={24} />
      <span className="visually-hidden">{standing}, </span>
      {words}
    </span>
  );
}
