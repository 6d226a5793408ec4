import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { lineForms } from "../../view/scene.ts";
import { quoteInContext } from "../state/quote-context.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { dateWords, shortName, stanceWords } from "../state/words.ts";
import { type ClaimLine, formOfClaim } from "./claim-line.ts";
import { ClaimRule } from "./line-sample.tsx";
import styles from "./parts.module.css";

/** A claim: its words in serif with a marker, then who says so, where and when. The words open the source. */
export function ClaimQuote({ line, children }: { line: ClaimLine; children?: ReactNode }) {
  const { openSource } = useActions();
  return (
    <div className={styles.claim}>
      <ClaimRule form={lineForms[formOfClaim(line)]} />
      <Button className={styles.quote ?? ""} onPress={() => void openSource(line.source, line.id)}>
        <Words line={line} />
      </Button>
      <div className={styles.meta}>
        {children !== undefined && <span className={styles.extra}>{children}</span>}
        <Attribution line={line} />
      </div>
    </div>
  );
}

function Words({ line }: { line: ClaimLine }) {
  const text = usePage((state) => state.sources.get(line.source)?.source.text ?? null);
  const { citation, quote } = line;
  const around = text !== null && citation?.kind === "quote" ? quoteInContext(text, citation) : null;
  if (around !== null)
    return (
      <>
        <span className={styles.context}>{around.before}</span>
        <mark>{around.quote}</mark>
        <span className={styles.context}>{around.after}</span>
      </>
    );
  if (quote !== null)
    return (
      <>
        “<mark>{quote}</mark>”
      </>
    );
  return (
    <span className={styles.context}>
      {citation?.kind === "row" ? `Row ${citation.row} of the file` : "Recorded without a quote"}
    </span>
  );
}

/** "Vladimir Putin alleges · Briefing A, 24 March 2024 · …" */
function Attribution({ line }: { line: ClaimLine }) {
  const { speaker, stance, sourceTitle, sourcePublished, citation } = line;
  const title = shortName(sourceTitle, 90);
  const parts = [
    line.note !== "" && shortName(line.note, 300),
    line.about !== null && `about ${shortName(line.about, 80)}`,
    citation?.kind === "page" && `page ${shortName(citation.page, 20)}`,
    line.said !== null && `said ${dateWords(line.said)}`,
    line.during !== null && `held ${dateWords(line.during)}`,
    line.credibility !== null && `credibility ${line.credibility}`,
    line.origin !== null && `repeats ${shortName(line.origin, 80)}`,
  ].filter((part) => part !== false);
  return (
    <>
      {speaker === null ? (
        <>
          <b>{title}</b>
          {sourcePublished !== null && `, ${dateWords(sourcePublished)}`}, {stanceWords(stance, null)}
        </>
      ) : (
        <>
          <b>{shortName(speaker, 80)}</b> {stanceWords(stance, speaker)}, in {title}
          {sourcePublished !== null && `, ${dateWords(sourcePublished)}`}
        </>
      )}
      {parts.map((part) => (
        <span key={part}> · {part}</span>
      ))}
    </>
  );
}
