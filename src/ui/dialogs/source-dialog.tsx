import { ChevronDown, ChevronUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { SourceView } from "../../case/views.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { SafeLink } from "../parts/safe-link.tsx";
import { markText } from "../state/mark-text.ts";
import { usePage } from "../state/use-page.ts";
import { count, dateWords, shortName } from "../state/words.ts";
import { DialogFrame } from "./dialog-frame.tsx";
import styles from "./dialogs.module.css";

/** A source's text, with the words of one claim marked and in view, and those of its other claims marked lightly. */
export function SourceDialog({ source: id, claim }: { source: string; claim: string | null }) {
  const view = usePage((state) => state.sources.get(id));
  const title = usePage((state) => state.case?.sources.find((source) => source.id === id)?.title);
  return (
    <DialogFrame side name="Source text" title={shortName(view?.source.title ?? title ?? id, 300)}>
      <div className={styles.body}>
        {view === undefined ? <p className={styles.muted}>Loading…</p> : <SourceBody view={view} claim={claim} />}
      </div>
    </DialogFrame>
  );
}

function SourceBody({ view: { source, claims, total }, claim: first }: { view: SourceView; claim: string | null }) {
  const [focus, setFocus] = useState(first);
  const at = claims.findIndex(({ id }) => id === focus);
  const focused = claims[at];
  const step = (by: number) => {
    const next = at < 0 ? (by > 0 ? 0 : claims.length - 1) : (at + by + claims.length) % claims.length;
    setFocus(claims[next]?.id ?? null);
  };
  return (
    <>
      <div className={styles.about}>
        <p>
          {[
            source.author,
            source.publisher,
            source.published === null ? null : dateWords(source.published),
            source.reliability === null ? null : `reliability ${source.reliability}`,
            claims.length < total ? `${claims.length.toLocaleString("en")} of ${count(total, "claim")}` : count(total, "claim"),
          ]
            .filter((part) => part !== null)
            .map((part) => shortName(part, 120))
            .join(" · ")}
        </p>
        {source.url !== null && (
          <p>
            <SafeLink address={source.url} />
          </p>
        )}
        {source.retrieved !== null && <p>Retrieved {dateWords(source.retrieved)}</p>}
      </div>
      {claims.length > 0 && (
        <div className={styles.focused}>
          <p aria-live="polite">
            {focused === undefined ? "Marked: the words that claims quote." : shortName(focused.sentence, 400)}
          </p>
          <div>
            <IconButton small label="Previous claim" onPress={() => step(-1)}>
              <ChevronUp size={15} aria-hidden="true" />
            </IconButton>
            <IconButton small label="Next claim" onPress={() => step(1)}>
              <ChevronDown size={15} aria-hidden="true" />
            </IconButton>
          </div>
        </div>
      )}
      {source.text === null ? (
        <p className={styles.muted}>Clew has no text of this source.</p>
      ) : (
        <MarkedText text={source.text} claims={claims} focus={focus} onFocus={setFocus} />
      )}
    </>
  );
}

interface MarkedTextProps {
  readonly text: string;
  readonly claims: SourceView["claims"];
  readonly focus: string | null;
  readonly onFocus: (claim: string) => void;
}

function MarkedText({ text, claims, focus, onFocus }: MarkedTextProps) {
  const place = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark moves with the focus
  useEffect(() => {
    place.current?.scrollIntoView({ block: "center" });
  }, [focus]);
  let marked = false;
  return (
    <div className={styles.text}>
      {markText(text, claims).map((stretch) => {
        if (stretch.claims.length === 0) return <span key={stretch.start}>{stretch.text}</span>;
        if (focus !== null && stretch.claims.includes(focus)) {
          const ref = marked ? null : place;
          marked = true;
          return (
            <mark key={stretch.start} ref={ref}>
              {stretch.text}
            </mark>
          );
        }
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: a shortcut for the pointer; the buttons above step through the same claims
          <mark key={stretch.start} className={styles.faint} onClick={() => onFocus(stretch.claims[0] ?? "")}>
            {stretch.text}
          </mark>
        );
      })}
    </div>
  );
}
