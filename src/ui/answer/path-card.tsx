import type { AnswerPath } from "../../query/answer.ts";
import { lineForms } from "../../view/scene.ts";
import { LineSample } from "../parts/line-sample.tsx";
import { usePage } from "../state/use-page.ts";
import { count, dateWords, shortName } from "../state/words.ts";
import styles from "./answer.module.css";
import { Hop } from "./hop.tsx";
import { splitVerdict } from "./split-verdict.ts";
import { WalkItem } from "./walk.tsx";

interface PathCardProps {
  readonly path: AnswerPath;
  readonly at: number;
  readonly open: boolean;
  /** The only one: it needs no number. */
  readonly alone: boolean;
}

/** A path: its verdict, and when it is the one that is drawn, its hops with the words behind them. */
export function PathCard({ path, at, open, alone }: PathCardProps) {
  const { lead, rest } = splitVerdict(path.sentence);
  const measures = useMeasures(path);
  return (
    <li className={styles.card} data-open={open ? "" : undefined}>
      <WalkItem at={at} open={open} className={styles["card-head"] ?? ""}>
        {!alone && <span className={styles.rank}>{at + 1}</span>}
        <span>
          {open ? (
            <b className={styles.lead}>{lead}</b>
          ) : (
            <span className={styles.chain}>{path.entities.map(({ name }) => shortName(name, 40)).join(" – ")}</span>
          )}
          {open && rest !== "" && <span className={styles.rest}>{rest}</span>}
          {measures !== "" && <span className={styles.rest}>{measures}</span>}
        </span>
        {!open && (
          <span className={styles.measure}>
            <LineSample form={lineForms[path.standing]} width={26} />
            <span className="visually-hidden">{path.standing}, </span>
            {count(path.hops, "hop")}
          </span>
        )}
      </WalkItem>
      {open && (
        <ol className={styles.hops}>
          {path.steps.map((step, index) => {
            const [from, to] = [path.entities[index], path.entities[index + 1]];
            if (from === undefined || to === undefined) return null;
            return <Hop key={`${from.id}\n${to.id}`} step={step} from={from} to={to} number={index + 1} />;
          })}
        </ol>
      )}
    </li>
  );
}

/** What was asked for beside the hops: weight, arrival, the one source. */
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
