import type { ReactNode } from "react";
import type { CommunityView, OverviewView } from "../../case/overview/overview-views.ts";
import { lineForms } from "../../view/scene.ts";
import { cx } from "../parts/cx.ts";
import { LineSample } from "../parts/line-sample.tsx";
import { TypeGlyph, useEntityType } from "../parts/type-glyph.tsx";
import { ageWords, communityName } from "../state/overview-words.ts";
import { useActions } from "../state/use-page.ts";
import { shortName, standingWords } from "../state/words.ts";
import { Head } from "./head.tsx";
import styles from "./left.module.css";
import { LookAtList } from "./look-at-list.tsx";

const mostHubs = 12;
const mostSources = 8;

/** A large case in words: what the overview draws, and where each line of it leads. */
export function OverviewTab({ overview }: { overview: OverviewView }) {
  const { entities, types, hubs, communities, sources } = overview;
  const { listEntities, openAround, openPart, openSource, setLeftTab } = useActions();
  return (
    <div className={styles.content}>
      <Block title="Entities" number={entities}>
        {types.map(({ type, entities: number }) => (
          <TypeLine key={type} type={type} number={number} onPress={() => listEntities(type)} />
        ))}
      </Block>
      <Block title="Most linked">
        {[...hubs]
          .sort((a, b) => b.links - a.links)
          .slice(0, mostHubs)
          .map(({ id, type, name, links }) => (
            <Line key={id} words={shortName(name, 80)} number={links} unit="links" onPress={() => void openAround(id)}>
              <TypeGlyph type={type} size={16} />
            </Line>
          ))}
      </Block>
      {communities !== null && communities.largest.length > 0 && (
        <Block title="Communities" number={communities.count}>
          {ageWords(communities) !== null && <p className={styles.note}>{ageWords(communities)}</p>}
          {communities.largest.map((community) => (
            <CommunityLine
              key={community.id}
              community={community}
              onPress={() => void openPart({ by: "community", of: community.id })}
            />
          ))}
        </Block>
      )}
      <Firmness overview={overview} />
      <Block title="Largest sources" number={sources.count}>
        {sources.largest.slice(0, mostSources).map(({ id, title, claims }) => (
          <Line key={id} words={shortName(title, 120)} number={claims} unit="claims" onPress={() => void openSource(id)} />
        ))}
        {sources.count > mostSources && (
          <button type="button" className={cx(styles.row, styles.more)} onClick={() => setLeftTab("sources")}>
            All sources
          </button>
        )}
      </Block>
      <LookAtList />
    </div>
  );
}

/** Standings with their numbers: what lines mean, and how much of the case is of each. */
function Firmness({ overview: { links, standings } }: { overview: OverviewView }) {
  return (
    <section className={styles.block}>
      <Head title="How firmly" number={links} unit={links === 1 ? "link" : "links"} />
      <ul>
        {standings.map(({ standing, links: number }) => (
          <li key={standing} className={cx(styles.row, styles.still)} title={standingWords[standing]}>
            <LineSample form={lineForms[standing]} />
            <span className={styles.word}>{lineForms[standing].label}</span>
            <span className={styles.number}>{number.toLocaleString("en")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Block({ title, number, children }: { title: string; number?: number; children: ReactNode }) {
  return (
    <section className={styles.block}>
      <Head title={title} {...(number === undefined ? {} : { number })} />
      {children}
    </section>
  );
}

function TypeLine({ type, number, onPress }: { type: string; number: number; onPress: () => void }) {
  const { plural } = useEntityType(type);
  return (
    <Line words={shortName(plural, 60)} number={number} unit="entities" onPress={onPress}>
      <TypeGlyph type={type} />
    </Line>
  );
}

function CommunityLine({ community, onPress }: { community: CommunityView; onPress: () => void }) {
  const { entities, types } = community;
  return (
    <Line words={communityName(community)} number={entities} unit="entities" onPress={onPress}>
      <TypeGlyph type={types[0]?.type ?? "thing"} size={16} />
    </Line>
  );
}

interface LineProps {
  readonly words: string;
  readonly number: number;
  /** What is counted, for whoever hears it. */
  readonly unit: string;
  readonly onPress: () => void;
  readonly children?: ReactNode;
}

function Line({ words, number, unit, onPress, children }: LineProps) {
  return (
    <button type="button" className={styles.row} onClick={onPress}>
      {children}
      <span className={styles.word}>{words}</span>{" "}
      <span className={styles.number}>
        {number.toLocaleString("en")}
        <span className="visually-hidden"> {unit}</span>
      </span>
    </button>
  );
}
