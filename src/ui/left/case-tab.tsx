import { EyeOff } from "lucide-react";
import type { ReactNode } from "react";
import { standings } from "../../claims/standing.ts";
import { lineForms } from "../../view/scene.ts";
import { cx } from "../parts/cx.ts";
import { LineSample } from "../parts/line-sample.tsx";
import { TextButton } from "../parts/text-button.tsx";
import { TypeGlyph, useEntityType } from "../parts/type-glyph.tsx";
import { useActions, usePage } from "../state/use-page.ts";
import { shortName, standingWords } from "../state/words.ts";
import { Head } from "./head.tsx";
import styles from "./left.module.css";
import { LookAtList } from "./look-at-list.tsx";

/** What the case holds, by type and by standing: the legend, and what is shown. */
export function CaseTab() {
  const graph = usePage((state) => state.graph);
  const hidden = usePage((state) => state.hidden);
  const types = usePage((state) => state.case?.types) ?? [];
  const { toggleType, toggleStanding, showAll } = useActions();
  if (graph === null) return <div className={styles.content} />;
  const order = new Map(types.map(({ id }, at) => [id as string, at]));
  const shown = [...graph.types].sort(([a], [b]) => (order.get(a) ?? types.length) - (order.get(b) ?? types.length));
  const { total, whole, entities } = graph.view;
  return (
    <div className={styles.content}>
      <section className={styles.block}>
        <Head title="Entities" number={total.entities}>
          {hidden.types.size + hidden.standings.size > 0 && (
            <TextButton look="quiet" small onPress={showAll}>
              Show all
            </TextButton>
          )}
        </Head>
        {shown.map(([type, number]) => (
          <TypeRow key={type} type={type} number={number} shown={!hidden.types.has(type)} onPress={() => toggleType(type)} />
        ))}
        {!whole && <p className={styles.note}>The canvas shows the {entities.length.toLocaleString("en")} most linked.</p>}
      </section>
      <section className={styles.block}>
        <Head title="How firmly" number={total.links} unit={total.links === 1 ? "link" : "links"} />
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
