import type { ClaimView, SourceView } from "../../case/views.ts";
import type { Citation, Claim, Stance } from "../../claims/claim.ts";
import type { Standing } from "../../claims/standing.ts";
import type { AnswerClaim } from "../../query/answer.ts";

/** A claim as a reader meets it: its words, and on whose word they stand. The same from an answer and from a link. */
export interface ClaimLine {
  readonly id: string;
  readonly stance: Stance;
  readonly speaker: string | null;
  readonly source: string;
  readonly sourceTitle: string;
  readonly sourcePublished: string | null;
  readonly citation: Citation | null;
  /** The quote alone, where the place in the text is not known yet. */
  readonly quote: string | null;
  readonly said: string | null;
  readonly during: string | null;
  readonly note: string;
  /** What the claim concerns, by name. */
  readonly about: string | null;
  readonly credibility: number | null;
  /** The source whose words it repeats. */
  readonly origin: string | null;
}

export function lineOfView(claim: ClaimView<Claim>): ClaimLine {
  return {
    id: claim.id,
    stance: claim.stance,
    speaker: claim.speakerName,
    source: claim.source,
    sourceTitle: claim.sourceTitle,
    sourcePublished: claim.sourcePublished,
    citation: claim.citation,
    quote: claim.citation === null || claim.citation.kind === "row" ? null : claim.citation.quote,
    said: claim.said,
    during: claim.during,
    note: claim.note,
    about: claim.aboutName,
    credibility: claim.credibility,
    origin: claim.originTitle,
  };
}

/** From an answer, which names ids only. The source, once fetched, adds the place of the words. */
export function lineOfAnswer(
  claim: AnswerClaim,
  names: {
    readonly speaker: string | null;
    readonly source: { readonly title: string; readonly published: string | null };
    readonly fetched: SourceView | undefined;
  },
): ClaimLine {
  const whole = names.fetched?.claims.find(({ id }) => id === claim.id);
  return {
    id: claim.id,
    stance: claim.stance,
    speaker: names.speaker,
    source: claim.source,
    sourceTitle: names.source.title,
    sourcePublished: names.source.published,
    citation: whole?.citation ?? null,
    quote: claim.quote,
    said: claim.said,
    during: claim.during,
    note: whole?.note ?? "",
    about: null,
    credibility: whole?.credibility ?? null,
    origin: whole?.originTitle ?? null,
  };
}

/** What one claim alone would make of its link: its rule is drawn in that standing's form. */
export function formOfClaim({ stance, speaker }: Pick<ClaimLine, "stance" | "speaker">): Standing {
  if (stance === "denies") return "denied";
  return stance === "asserts" && speaker === null ? "stated" : "alleged";
}
