import { Button } from "react-aria-components";
import type { AnswerPath } from "../../query/answer.ts";
import { useActions } from "../state/use-page.ts";
import { shortName } from "../state/words.ts";
import { Hop } from "./hop.tsx";
import styles from "./inspector.module.css";

/** A path: its verdict, and when it is the one that is drawn, its hops with the words behind them. */
export function PathCard({ path, at, open }: { path: AnswerPath; at: number; open: boolean }) {
  const { showPath } = useActions();
  const { lead, rest } = splitVerdict(path.sentence);
  return (
    <li>
      <Button className={styles["path-head"] ?? ""} aria-expanded={open} onPress={() => showPath(at)}>
        <b>{lead}</b>
        <span className={styles.chain}>
          {open && rest !== "" ? rest : path.entities.map(({ name }) => shortName(name, 40)).join(" – ")}
        </span>
      </Button>
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

/** The first sentence of a verdict carries it; what follows explains. */
function splitVerdict(sentence: string): { readonly lead: string; readonly rest: string } {
  const end = sentence.search(/\.\s/);
  return end < 0 ? { lead: sentence, rest: "" } : { lead: sentence.slice(0, end + 1), rest: sentence.slice(end + 1).trim() };
}
