import { EyeOff } from "lucide-react";
import type { ReactNode } from "react";
import { standings } from "../../claims/standing.ts";
import { lineForms } from "../../view/scene.ts";
import { cx } from "../parts/cx.ts";
import { LineSample } from "../parts/line-sample.tsx";
import { TextButton } from "../parts/text-button.tsx";
import { TypeGlyph, useEntityType } from "../parts/type-glyph.tsx";
import { useActions, usePage } from "../state/use-page.ts";
import { count, shortName, standingWords } from "../state/words.ts";
import { Head } from "./head.tsx";
import styles from "./left.module.css";
import { LookAtList } from "./look-at-list.tsx";
import { OverviewTab } from "./overview-tab.tsx";

/** What the case holds, by type and by standing: the legend, and what is shown. */
export function CaseTab() {
  const graph = usePage((state) => state.graph);
  const hidden = usePage((state) => state.hidden);
  const types = usePage((state) => state.case?.types) ?? [];
  const { toggleType, toggleStanding, showAll, openOverview } = useActions();
  const overview = usePage((state) => state.overview);
  const atOverview = usePage((state) => state.board.kind === "overview");
  if (graph === null) return <div className={styles.content} />;
  if (overview !== null && atOverview) return <OverviewTab overview={overview} />;
  const order = new Map(types.map(({ id }, at) => [id as string, at]));
  const shown = [...graph.types].sort(([a], [b]) => (order.get(a) ?? types.length) - (order.get(b) ?? types.length));
  const { total, whole, entities, links } = graph.view;
  return (
    <div className={styles.content}>
      <section className={styles.block}>
        <Head title={whole ? "Entities" : "On the canvas"} number={entities.length}>
          {hidden.types.size + hidden.standings.size > 0 && (
            <TextButton look="quiet" small onPress={showAll}>
              Show all
            </TextButton>
          )}
        </Head>
        {shown.map(([type, number]) => (
          <TypeRow key={type} type={type} number={number} shown={!hidden.types.has(type)} onPress={() => toggleType(type)} />
        ))}
        {!whole && (
          <p className={styles.note}>
            Of {count(total.entities, "entity", "entities")}.{" "}
            <TextButton look="quiet" small onPress={openOverview}>
              Overview
            </TextButton>
          </p>
        )}
      </section>
      <section className={styles.block}>
        <Head title="How firmly" number={links.length} unit={links.length === 1 ? "link" : "links"} />
        {standings.map((standing) => (
          <Row
            key={standing}
            word={lineForms[standing].label}
            number={graph.standings.get(standing) ?? 0}
            shown={!hidden.standings.has(standing)}
            title={standingWords[standing]}
            onPress={() => toggleStanding(standing)}
          >
            <LineSample form={lineForms[standing]} />
          </Row>
        ))}
      </section>
      <LookAtList />
    </div>
  );
}

function TypeRow({ type, ...row }: { type: string; number: number; shown: boolean; onPress: () => void }) {
  const { plural } = useEntityType(type);
  return (
    <Row word={shortName(plural, 60)} title="" {...row}>
      <TypeGlyph type={type} />
    </Row>
  );
}

interface RowProps {
  readonly word: string;
  readonly number: number;
  readonly shown: boolean;
  readonly title: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Row({ word, number, shown, title, onPress, children }: RowProps) {
  return (
    <button type="button" aria-pressed={shown} className={cx(styles.row)} onClick={onPress} title={title}>
      {children}
      <span className={styles.word}>{word}</span>
      <EyeOff className={styles.eye} size={14} aria-hidden="true" />
      <span className={styles.number}>{number.toLocaleString("en")}</span>
    </button>
  );
}
