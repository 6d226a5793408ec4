import { Button } from "react-aria-components";
import type { BearingAnswer } from "../../query/answer.ts";
import { ClaimQuote } from "../parts/claim-quote.tsx";
import { useActions } from "../state/use-page.ts";
import { count, shortName } from "../state/words.ts";
import styles from "./answer.module.css";
import { EntityRows, LinkRows, RowsHead, useLinkWords } from "./rows.tsx";
import { useClaimLines } from "./use-claim-lines.ts";
import { VerdictBox } from "./verdict-box.tsx";
import { walkKeys } from "./walk.tsx";

/** What the connection rests on: each of these alone cuts it if it falls, and opens at its evidence. */
export function BearingView({ answer }: { answer: BearingAnswer }) {
  return (
    <>
      <VerdictBox sentence={answer.sentence} />
      <Sources sources={answer.sources} />
      <Claims claims={answer.claims} />
      <LinkRows title="Links" links={answer.links} />
      <EntityRows title="Entities" entities={answer.entities} />
    </>
  );
}

function Sources({ sources }: { sources: BearingAnswer["sources"] }) {
  const { openSource } = useActions();
  if (sources.length === 0) return null;
  return (
    <section className={styles.block}>
      <RowsHead title="Sources" number={sources.length} />
      <ul onKeyDown={walkKeys}>
        {sources.map(({ id, title }) => (
          <li key={id}>
            <Button data-walk="" className={styles.source ?? ""} onPress={() => void openSource(id)}>
              {shortName(title, 160)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Claims({ claims }: { claims: BearingAnswer["claims"] }) {
  const lines = useClaimLines(claims);
  const words = useLinkWords();
  const { selectLink } = useActions();
  if (claims.length === 0) return null;
  return (
    <section className={styles.block}>
      <RowsHead title="Claims" number={claims.length} />
      <ul className={styles.claims}>
        {claims.map(({ id, link }, at) => {
          const line = lines[at];
          return (
            <li key={id}>
              <Button className={styles.claimed ?? ""} onPress={() => selectLink(link.id)}>
                {words(link)} <span>{count(link.claims.length, "claim")}</span>
              </Button>
              {line !== undefined && <ClaimQuote line={line} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
