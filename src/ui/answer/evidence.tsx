import { Button } from "react-aria-components";
import type { PlainLink } from "../../query/answer.ts";
import { ClaimQuote } from "../parts/claim-quote.tsx";
import { StandingBadge } from "../parts/standing-badge.tsx";
import { useActions } from "../state/use-page.ts";
import { useRelation } from "../state/use-relation.ts";
import { count, shortName } from "../state/words.ts";
import styles from "./answer.module.css";
import { useClaimLines } from "./use-claim-lines.ts";

/** A link of an answer: how firmly, and the words of each claim that the question leaves. */
export function Evidence({ link }: { link: PlainLink }) {
  const { selectLink } = useActions();
  const relation = useRelation()(link.relation);
  const lines = useClaimLines(link.claims);
  const says = lines.filter(({ stance }) => stance !== "denies");
  const denies = lines.filter(({ stance }) => stance === "denies");
  return (
    <div className={styles.evidence}>
      <p className={styles["hop-line"]}>
        <StandingBadge standing={link.standing} />
        <Button onPress={() => selectLink(link.id)}>{shortName(relation.label, 80)}</Button>
        <span>
          {says.length > 0 && denies.length > 0 ? `${says.length} for, ${denies.length} against` : count(lines.length, "claim")}
        </span>
      </p>
      <div className={styles.claims}>
        {[...says, ...denies].map((line) => (
          <ClaimQuote key={line.id} line={line} />
        ))}
      </div>
    </div>
  );
}
