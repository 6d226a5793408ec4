import { Button } from "react-aria-components";
import type { AnswerClaim, AnswerEntity, AnswerLink, AnswerStep } from "../../query/answer.ts";
import { type ClaimLine, lineOfAnswer } from "../parts/claim-line.ts";
import { ClaimQuote } from "../parts/claim-quote.tsx";
import { EntityName } from "../parts/entity-name.tsx";
import { StandingBadge } from "../parts/standing-badge.tsx";
import { useActions, usePage } from "../state/use-page.ts";
import { useRelation } from "../state/use-relation.ts";
import { count, shortName } from "../state/words.ts";
import styles from "./inspector.module.css";

interface HopProps {
  readonly step: AnswerStep;
  readonly from: AnswerEntity;
  readonly to: AnswerEntity;
  readonly number: number;
}

/** One hop: between whom, how firmly, in which words. Every link that qualifies is listed, strongest first. */
export function Hop({ step, from, to, number }: HopProps) {
  return (
    <li className={styles.hop}>
      <h3>
        <span>{number}</span>
        <span>
          <EntityName entity={from} /> <span className={styles.arrow}>{arrowOf(step)}</span> <EntityName entity={to} />
        </span>
      </h3>
      {step.links.map((link) => (
        <HopLink key={link.id} link={link} />
      ))}
    </li>
  );
}

function arrowOf({ links }: AnswerStep): string {
  if (links.every(({ along }) => along)) return "→";
  return links.some(({ along }) => along) ? "↔" : "←";
}

function HopLink({ link }: { link: AnswerLink }) {
  const { selectLink } = useActions();
  const relation = useRelation()(link.relation);
  const lines = useClaimLines(link.claims);
  const says = lines.filter(({ stance }) => stance !== "denies");
  const denies = lines.filter(({ stance }) => stance === "denies");
  return (
    <div className={styles["hop-link"]}>
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

/** The claims of an answer with names and, once their sources are fetched, the place of their words. */
function useClaimLines(claims: readonly AnswerClaim[]): ClaimLine[] {
  const entities = usePage((state) => state.graph?.entities);
  const known = usePage((state) => state.case?.sources);
  const sources = usePage((state) => state.sources);
  return claims.map((claim) =>
    lineOfAnswer(claim, {
      speaker: claim.speaker === null ? null : (entities?.get(claim.speaker)?.name ?? claim.speaker),
      source: known?.find(({ id }) => id === claim.source) ?? { title: claim.source, published: null },
      fetched: sources.get(claim.source),
    }),
  );
}
