import type { AnswerPath, PathAnswer } from "../../query/answer.ts";
import type { Offer } from "../state/page-state.ts";
import { useActions } from "../state/use-page.ts";
import { count, nothingWords, pathInBrief } from "../state/words.ts";
import { OfferLine } from "./offer-line.tsx";
import { PathHops, PathVerdict } from "./path-card.tsx";
import { PathRows } from "./path-rows.tsx";
import { VerdictBox } from "./verdict-box.tsx";

interface PathsViewProps {
  readonly answer: PathAnswer;
  readonly shown: number;
  readonly offers: readonly Offer[];
}

/** Paths in their order, one open at a time; what is left without weak links. Or why there is none, and what would give one. */
export function PathsView({ answer, shown, offers }: PathsViewProps) {
  const { askAgain } = useActions();
  const open = answer.paths[shown] ?? answer.paths[0];
  if (open === undefined) return <NoPath answer={answer} />;
  return (
    <>
      {answer.paths.length === 1 ? <OnePath path={open} /> : <OneOfPaths paths={answer.paths} shown={shown} />}
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

function OnePath({ path }: { path: AnswerPath }) {
  return (
    <ol aria-label="Paths">
      <li>
        <PathVerdict path={path} />
        <PathHops path={path} />
      </li>
    </ol>
  );
}

/** The verdict on the one that is open, all in their order, then its hops: the list stays put while one walks it. */
function OneOfPaths({ paths, shown }: { paths: readonly AnswerPath[]; shown: number }) {
  const open = paths[shown];
  return (
    <>
      {open !== undefined && <PathVerdict path={open} />}
      <PathRows paths={paths} shown={shown} />
      {open !== undefined && <PathHops path={open} />}
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
