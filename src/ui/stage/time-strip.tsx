import { type KeyboardEvent, useRef, useState } from "react";
import type { OverviewView, TimeView } from "../../case/overview/overview-views.ts";
import { ChoiceBox } from "../parts/choice-box.tsx";
import { stepWords, whenWords } from "../state/overview-words.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { count } from "../state/words.ts";
import styles from "./stage.module.css";

type Which = keyof OverviewView["time"];

const titles: Readonly<Record<Which, string>> = {
  held: "When it held",
  said: "When it was said",
  published: "When it was published",
};

/** The time that the case speaks of: how many claims are of each stretch. A stretch opens what is said of it. */
export function TimeStrip({ time }: { time: OverviewView["time"] }) {
  const there = (Object.keys(titles) as Which[]).filter((which) => time[which] !== null);
  const [chosen, choose] = useState<Which>("held");
  const which = there.includes(chosen) ? chosen : there[0];
  const shown = which === undefined ? null : time[which];
  if (which === undefined || shown === null) return null;
  return (
    <section className={styles.time} aria-label="Time">
      <div className={styles.about}>
        <ChoiceBox
          look="bare"
          label="Which time"
          value={which}
          choices={there.map((value) => ({ value, label: titles[value] }))}
          onChange={(value) => choose(value as Which)}
        />
        <span>{aboutTime(shown)}</span>
      </div>
      <Bars which={which} time={shown} />
    </section>
  );
}

function aboutTime({ step, before, after }: TimeView): string {
  const outside = [
    before > 0 && `${before.toLocaleString("en")} before`,
    after > 0 && `${after.toLocaleString("en")} after`,
  ].filter((part) => part !== false);
  return [`claims ${stepWords[step]}`, ...outside].join(" · ");
}

/** One tab stop; arrow keys go from bar to bar. */
function Bars({ which, time: { stretches } }: { which: Which; time: TimeView }) {
  const { openPart } = useActions();
  const drawn = usePage(({ board }) => (board.kind === "part" && board.part.by === which ? board.part.of : null));
  const [focus, setFocus] = useState(0);
  const bars = useRef<HTMLDivElement>(null);
  const at = Math.min(focus, stretches.length - 1);
  const most = Math.max(1, ...stretches.map(({ claims }) => claims));
  const go = (event: KeyboardEvent) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stretches.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(stretches.length - 1, to));
    setFocus(next);
    bars.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div ref={bars} role="toolbar" aria-label="Stretches of time" className={styles.bars} onKeyDown={go}>
      {stretches.map(({ when, claims }, place) => (
        <button
          key={when}
          type="button"
          tabIndex={place === at ? 0 : -1}
          aria-label={`${whenWords(when)}: ${count(claims, "claim")}`}
          title={`${whenWords(when)}: ${count(claims, "claim")}`}
          {...(drawn === when ? { "data-drawn": "" } : {})}
          onFocus={() => setFocus(place)}
          onClick={() => void openPart({ by: which, of: when })}
        >
          <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
            <rect x="0" y={100 - height(claims, most)} width="10" height={height(claims, most)} />
          </svg>
          <span aria-hidden="true">{labelled(place, stretches.length) ? shortWhen(when) : ""}</span>
        </button>
      ))}
    </div>
  );
}

/** What is there at all can be seen. */
function height(claims: number, most: number): number {
  return claims === 0 ? 0 : Math.max(2, (100 * claims) / most);
}

/** Some eight years stand under the bars. */
function labelled(place: number, all: number): boolean {
  return place % Math.max(1, Math.ceil(all / 8)) === 0;
}

function shortWhen(when: string): string {
  return when.split("/")[0] ?? when;
}
