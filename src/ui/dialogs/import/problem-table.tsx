import type { ImportProblem, Outcome } from "../../../base/problem.ts";
import { byPlace } from "../../parts/by-place.ts";
import { cx } from "../../parts/cx.ts";
import { shortName } from "../../state/words.ts";
import dialogs from "../dialogs.module.css";

const problemsShown = 200;

const outcomeWords: Readonly<Record<Outcome, string>> = {
  kept: "kept",
  repaired: "repaired",
  merged: "merged",
  dropped: "left out",
};

interface ProblemTableProps {
  readonly problems: readonly ImportProblem[];
  /** Of all of them. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Of several: each names its file. */
  readonly files?: boolean;
}

/** What was wrong, where, and what became of it. */
export function ProblemTable({ problems, outcomes, files = false }: ProblemTableProps) {
  const told = Object.entries(outcomeWords).flatMap(([outcome, words]) => {
    const many = outcomes[outcome as Outcome];
    return many === 0 ? [] : [`${many.toLocaleString("en")} ${words}`];
  });
  return (
    <>
      <p className={dialogs.small}>{told.join(", ")}.</p>
      <table className={cx(dialogs.table, dialogs.problems)}>
        <tbody>
          {byPlace("p", problems.slice(0, problemsShown)).map(({ id, item: { file, where, message, outcome } }) => (
            <tr key={id}>
              <td className={dialogs.where}>{shortName(files ? `${file}, ${where}` : where, 60)}</td>
              <td>{shortName(message, 300)}</td>
              <td className={dialogs.where}>{outcomeWords[outcome]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > problemsShown && <p className={dialogs.small}>The first {problemsShown} are shown.</p>}
    </>
  );
}
