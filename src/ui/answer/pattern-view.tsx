import type { PatternAnswer, PatternMatch } from "../../query/answer.ts";
import { lineForms } from "../../view/scene.ts";
import { EntityName } from "../parts/entity-name.tsx";
import { LineSample } from "../parts/line-sample.tsx";
import { letterOf } from "../state/pattern-form.ts";
import { answersInWords, nothingWords, shortName } from "../state/words.ts";
import styles from "./answer.module.css";
import { Evidence } from "./evidence.tsx";
import { Paged } from "./paged.tsx";
import { VerdictBox } from "./verdict-box.tsx";
import { WalkItem, walkKeys } from "./walk.tsx";

/** Every way to fill a pattern, a row each; the evidence of the one that is open below. */
export function PatternView({ answer, shown }: { answer: PatternAnswer; shown: number }) {
  const { matches, question } = answer;
  if (matches.length === 0) return <VerdictBox sentence={nothingWords(answer)} />;
  const open = matches[shown];
  return (
    <>
      <VerdictBox sentence={`${answersInWords("pattern", answer.count)}.`} />
      <Paged items={matches} shown={shown}>
        {(some) => (
          <div className={styles.scroll}>
            <table className={styles.table} aria-label="Matches" onKeyDown={walkKeys}>
              <thead>
                <tr>
                  {question.nodes.map((node, at) => (
                    <th key={node.name} scope="col">
                      {letterOf(at)} {node.types.length > 0 && <span>{node.types.join(", ")}</span>}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="visually-hidden">How firmly</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {some.map((match, at) => (
                  <Row key={match.entities.map(({ id }) => id).join("\n")} match={match} at={at} open={at === shown} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Paged>
      {open !== undefined && <Match answer={answer} match={open} />}
    </>
  );
}

function Row({ match, at, open }: { match: PatternMatch; at: number; open: boolean }) {
  return (
    <tr data-open={open ? "" : undefined}>
      {match.entities.map(({ id, name }, column) => (
        <td key={id} title={name.length > 32 ? shortName(name) : undefined}>
          {column === 0 ? (
            <WalkItem at={at} open={open} className={styles.cell ?? ""}>
              {shortName(name, 32)}
            </WalkItem>
          ) : (
            shortName(name, 32)
          )}
        </td>
      ))}
      <td>
        <LineSample form={lineForms[match.standing]} width={26} />
        <span className="visually-hidden">{match.standing}</span>
      </td>
    </tr>
  );
}

function Match({ answer: { question }, match }: { answer: PatternAnswer; match: PatternMatch }) {
  return (
    <ol className={styles.hops} aria-label="Evidence of the match">
      {match.steps.map(({ links }, at) => {
        const edge = question.edges[at];
        const [from, to] = [match.entities[edge?.from ?? -1], match.entities[edge?.to ?? -1]];
        if (edge === undefined || from === undefined || to === undefined) return null;
        return (
          <li key={`${edge.from} ${edge.to} ${edge.relations.join(" ")}`} className={styles.hop}>
            <h3>
              <span>
                <EntityName entity={from} /> <span className={styles.arrow}>{edge.direction === "backward" ? "←" : "→"}</span>{" "}
                <EntityName entity={to} />
              </span>
            </h3>
            {links.map((link) => (
              <Evidence key={link.id} link={link} />
            ))}
          </li>
        );
      })}
    </ol>
  );
}
