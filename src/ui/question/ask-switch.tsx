import type { PathKind } from "../../query/question.ts";
import { pathKinds } from "../../query/question.ts";
import { type Ask, asks } from "../../query/question-field.ts";
import { ChoiceBox } from "../parts/choice-box.tsx";
import { useActions, usePage } from "../state/use-page.ts";
import styles from "./question.module.css";

const askWords: Readonly<Record<Ask, readonly [label: string, side: string]>> = {
  path: ["Paths between", "how two sides are linked"],
  around: ["What lies around", "an entity, within some hops"],
  connect: ["What connects", "the smallest network that joins them"],
  common: ["What is in common", "entities one step from each"],
  bearing: ["What it rests on", "sources and links that alone would cut it"],
  pattern: ["A pattern", "a small graph with holes, every way to fill it"],
};

const kindWords: Readonly<Record<PathKind, readonly [label: string, side: string]>> = {
  shortest: ["shortest", "the fewest hops, all ties"],
  "k-shortest": ["the k shortest", "longer ones, too, in order"],
  simple: ["every path up to", "all of them, within some hops"],
  cheapest: ["cheapest", "the least weight"],
  strongest: ["strongest", "the weakest hop as strong as can be"],
  disjoint: ["disjoint", "ways that share nothing"],
  earliest: ["earliest", "step by step in time, first to arrive"],
};

/** What is asked, and of paths which ones. */
export function AskSwitch() {
  const ask = usePage((state) => state.form.ask);
  const kind = usePage((state) => state.form.kind);
  const { switchAsk, setKind } = useActions();
  return (
    <div className={styles.switch}>
      <div className={styles.what}>
        <ChoiceBox
          look="quiet"
          label="What is asked"
          choices={asks.map((value) => ({ value, label: askWords[value][0], side: askWords[value][1] }))}
          value={ask}
          onChange={(value) => switchAsk(asks.find((one) => one === value) ?? "path")}
        />
      </div>
      {ask === "path" && (
        <ChoiceBox
          look="quiet"
          label="Which paths"
          choices={pathKinds.map((value) => ({ value, label: kindWords[value][0], side: kindWords[value][1] }))}
          value={kind}
          onChange={(value) => setKind(pathKinds.find((one) => one === value) ?? "shortest")}
        />
      )}
    </div>
  );
}
