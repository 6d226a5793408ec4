import type { Answer } from "../../query/answer.ts";
import { byAsk } from "../state/by-ask.ts";
import type { AnsweredState } from "../state/page-state.ts";
import { AnswerTools } from "./answer-tools.tsx";
import { AroundView } from "./around-view.tsx";
import { BearingView } from "./bearing-view.tsx";
import { CommonView } from "./common-view.tsx";
import { ConnectView } from "./connect-view.tsx";
import { Ending } from "./ending.tsx";
import { PathsView } from "./paths-view.tsx";
import { PatternView } from "./pattern-view.tsx";

/** The answer: what can be done with it, the verdict, what it rests on, and whether that is all. */
export function AnswerView({ asked }: { asked: AnsweredState }) {
  return (
    <>
      <AnswerTools answer={asked.answer} />
      <div aria-live="polite">{contentOf(asked.answer, asked)}</div>
      <Ending answer={asked.answer} />
    </>
  );
}

function contentOf(answer: Answer, { shown, offers }: AnsweredState) {
  return byAsk(answer, {
    path: (paths) => <PathsView answer={paths} shown={shown} offers={offers} />,
    around: (found) => <AroundView answer={found} />,
    connect: (found) => <ConnectView answer={found} />,
    common: (found) => <CommonView answer={found} shown={shown} />,
    bearing: (found) => <BearingView answer={found} />,
    pattern: (found) => <PatternView answer={found} shown={shown} />,
  });
}
