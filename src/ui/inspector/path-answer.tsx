import { TextButton } from "../parts/text-button.tsx";
import type { PageState } from "../state/page-state.ts";
import { useActions } from "../state/use-page.ts";
import { count, noPathWords, pathInBrief, stopWords } from "../state/words.ts";
import styles from "./inspector.module.css";
import { PathCard } from "./path-card.tsx";

type Answered = Extract<PageState["asked"], { state: "answered" }>;

/** The answer: verdicts first, then hops and words; what is left without weak links; whether that is all. */
export function PathAnswerView({ asked }: { asked: Answered }) {
  const { answer, shown } = asked;
  const { clearPath, openDialog } = useActions();
  if (answer.paths.length === 0) return <NoPath asked={asked} />;
  const stop = stopWords(answer);
  return (
    <>
      <ol aria-label="Paths" className={styles.paths}>
        {answer.paths.map((path, at) => (
          <PathCard key={path.entities.map(({ id }) => id).join("\n")} path={path} at={at} open={at === shown} />
        ))}
      </ol>
      <Offers asked={asked} />
      <div className={styles.foot}>
        <span>
          {answer.count > 1 && `${count(answer.count, "path")} of equal length. `}
          {stop}
        </span>
        <div>
          <TextButton small onPress={() => openDialog({ kind: "export", scope: "path" })}>
            Export path
          </TextButton>
          <TextButton small look="quiet" onPress={clearPath}>
            Clear
          </TextButton>
        </div>
      </div>
    </>
  );
}

/** What the same question gives without the weak links; asked when the answer came. */
function Offers({ asked: { offers } }: { asked: Answered }) {
  const { askAgain } = useActions();
  if (offers.length === 0) return null;
  return (
    <div className={styles.offers}>
      {offers.map(({ label, question, path }) => (
        <div key={label} className={styles.offer}>
          <p>
            <b>{label}:</b> {path === null ? "no path." : pathInBrief(path)}
          </p>
          {path !== null && (
            <button type="button" onClick={() => askAgain(question)}>
              Show
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

function NoPath({ asked: { answer } }: { asked: Answered }) {
  const { askAgain, clearPath } = useActions();
  const { why } = answer;
  return (
    <>
      <div className={styles.verdict}>
        <p>
          <b>{noPathWords(answer)}</b>
        </p>
        {why?.cut.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {why !== null && why.loosen.length > 0 && (
        <div className={styles.offers}>
          {why.loosen.map(({ text, question, hops }) => (
            <div key={text} className={styles.offer}>
              <p>
                <b>{capital(text)}:</b> {count(hops, "hop")}.
              </p>
              <button type="button" onClick={() => askAgain(question)}>
                Ask again
              </button>
            </div>
          ))}
        </div>
      )}
      <div className={styles.foot}>
        <span>{stopWords(answer)}</span>
        <TextButton small look="quiet" onPress={clearPath}>
          Clear
        </TextButton>
      </div>
    </>
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
