import type { AnswerPath } from "../../query/answer.ts";
import { usePage } from "../state/use-page.ts";
import { dateWords, shortName } from "../state/words.ts";
import styles from "./answer.module.css";
import { Hop } from "./hop.tsx";
import { VerdictBox } from "./verdict-box.tsx";

/** The verdict on a path, and what was asked for beside its hops. */
export function PathVerdict({ path }: { path: AnswerPath }) {
  const measures = useMeasures(path);
  return <VerdictBox sentence={path.sentence}>{measures !== "" && <p>{measures}</p>}</VerdictBox>;
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

/** Weight, arrival, the one source: each where it was asked for. */
function useMeasures({ weight, arrival, source }: AnswerPath): string {
  const title = usePage((state) => state.case?.sources.find(({ id }) => id === source)?.title) ?? source;
  return [
    weight === null ? "" : `Weight ${weight.toLocaleString("en", { maximumFractionDigits: 4 })}.`,
    arrival === null ? "" : `Arrives ${dateWords(arrival)} at the earliest.`,
    title === null ? "" : `On the claims of ${shortName(title, 90)} alone.`,
  ]
    .filter((words) => words !== "")
    .join(" ");
}
