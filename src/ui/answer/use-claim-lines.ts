import type { AnswerClaim } from "../../query/answer.ts";
import { type ClaimLine, lineOfAnswer } from "../parts/claim-line.ts";
import { usePage } from "../state/use-page.ts";
import { useAnswerNames } from "./use-answer-names.ts";

/** The claims of an answer with names and, once their sources are fetched, the place of their words. */
export function useClaimLines(claims: readonly AnswerClaim[]): readonly ClaimLine[] {
  const names = useAnswerNames();
  const known = usePage((state) => state.case?.sources);
  const sources = usePage((state) => state.sources);
  return claims.map((claim) =>
    lineOfAnswer(claim, {
      speaker: claim.speaker === null ? null : names.entity(claim.speaker),
      source: known?.find(({ id }) => id === claim.source) ?? { title: claim.source, published: null },
      fetched: sources.get(claim.source),
    }),
  );
}
