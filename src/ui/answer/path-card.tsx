import type { AnswerPath } from "../../query/answer.ts";
import styles from "./answer.module.css";
import { Hop } from "./hop.tsx";
import { VerdictBox } from "./verdict-box.tsx";

/** The verdict on a path. */
export function PathVerdict({ path }: { path: AnswerPath }) {
  return <VerdictBox sentence={path.sentence} />;
}

/** The hops of a path, with the words behind each. */
export function PathHops({ path }: { path: AnswerPath }) {
  return (
    <ol className={styles.hops} aria-label="Hops">
      {path.steps.map((step, index) => {
        const [from, to] = [path.entities[index], path.entities[index + 1]];
        if (from === undefined || to === undefined) return null;
        return <Hop key={`${from.id}\n${to.id}`} step={step} from={from} to={to} number={index + 1} />;
      })}
    </ol>
  );
}
