import type { PathAnswer } from "../../query/answer.ts";
import type { Offer } from "../state/page-state.ts";
import { useActions } from "../state/use-page.ts";
import { count, nothingWords, pathInBrief } from "../state/words.ts";
import styles from "./answer.module.css";
import { OfferLine } from "./offer-line.tsx";
import { Paged } from "./paged.tsx";
import { PathCard } from "./path-card.tsx";
import { VerdictBox } from "./verdict-box.tsx";
import { walkKeys } from "./walk.tsx";

interface PathsViewProps {
  readonly answer: PathAnswer;
  readonly shown: number;
  readonly offers: readonly Offer[];
}

/** Paths in their order, one open at a time; what is left without weak links. Or why there is none, and what would give one. */
export function PathsView({ answer, shown, offers }: PathsViewProps) {
  const { askAgain } = useActions();
  if (answer.paths.length === 0) return <NoPath answer={answer} />;
  return (
    <>
      <Paged items={answer.paths} shown={shown}>
        {(paths) => (
          <ol aria-label="Paths" className={styles.cards} onKeyDown={walkKeys}>
            {paths.map((path, at) => (
              <PathCard
                key={path.entities.map(({ id }) => id).join("\n")}
                path={path}
                at={at}
                open={at === shown}
                alone={answer.paths.length === 1}
              />
            ))}
          </ol>
        )}
      </Paged>
      {offers.map(({ label, question, path }) => (
        <OfferLine
          key={label}
          label={label}
          words={path === null ? "no path." : pathInBrief(path)}
          verb="Show"
          onPress={path === null ? null : () => askAgain(question)}
        />
      ))}
    </>
  );
}

function NoPath({ answer }: { answer: PathAnswer }) {
  const { askAgain } = useActions();
  const { why } = answer;
  return (
    <>
      <VerdictBox sentence={nothingWords(answer)}>
        {why?.cut.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </VerdictBox>
      {why?.loosen.map(({ text, question, hops }) => (
        <OfferLine
          key={text}
          label={text.slice(0, 1).toUpperCase() + text.slice(1)}
          words={`${count(hops, "hop")}.`}
          verb="Ask again"
          onPress={() => askAgain(question)}
        />
      ))}
    </>
  );
}
