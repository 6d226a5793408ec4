import { type CaseSize, sourcesOf } from "./case-size.ts";
import { about, Draws } from "./draws.ts";
import { sourceIdOf } from "./record-ids.ts";

/** The sources of a case, as columns, and the record of each when it is asked for. */
export interface Sources {
  readonly count: number;
  /** The source in which a source's words began: itself, unless it repeats another. */
  readonly root: Uint32Array;
  readonly derived: number;
  readonly graded: number;
  /** Sentences that a source has, for quotes; 0 for one without a text. */
  sentencesOf(source: number): number;
  sentence(source: number, nth: number): string;
  record(source: number): object;
}

const DERIVED = 0.15;
const GRADED = 0.35;
const WITH_TEXT = 0.1;
const SENTENCES = 40;
const grades = ["A", "B", "B", "C", "C", "D", "E", "F"];
const publishers = [
  "Reuters",
  "Le Monde",
  "Новая газета",
  "الجزيرة",
  "Süddeutsche Zeitung",
  "El País",
  "财新",
  "Η Καθημερινή",
  "",
];
const kinds = [
  "Company register extract",
  "Leaked ledger",
  "Court file",
  "Wire report",
  "Sanctions list",
  "Shipping log",
  "Dépêche",
];

export function drawnSources(size: CaseSize): Sources {
  const count = sourcesOf(size);
  const draws = new Draws(size.seed);
  const derivedFrom = new Int32Array(count).fill(-1);
  const root = Uint32Array.from({ length: count }, (_, source) => source);
  const grade = new Array<string | null>(count).fill(null);
  const hasText = new Uint8Array(count);
  for (let source = 0; source < count; source++) {
    draws.key(about.source, source);
    if (draws.chance(DERIVED) && source > 0) derivedFrom[source] = draws.below(source);
    if (derivedFrom[source]! >= 0) root[source] = root[derivedFrom[source]!]!;
    if (draws.chance(GRADED)) grade[source] = draws.of(grades);
    hasText[source] = draws.chance(WITH_TEXT) ? 1 : 0;
  }
  const sentence = (source: number, nth: number) => `Entry ${nth + 1} of file ${source} names the parties and the day. `;
  const sentencesOf = (source: number) => (hasText[source] === 1 ? SENTENCES : 0);
  const textOf = (source: number) => Array.from({ length: sentencesOf(source) }, (_, nth) => sentence(source, nth)).join("");
  const record = (source: number): object => {
    draws.key(about.source, source, 1);
    const publisher = draws.of(publishers);
    return {
      kind: "source",
      id: sourceIdOf(source),
      title: `${draws.of(kinds)} ${source + 1}`,
      ...(publisher === "" ? {} : { publisher }),
      published: `${2001 + draws.below(24)}-${`${1 + draws.below(12)}`.padStart(2, "0")}`,
      ...(grade[source] === null ? {} : { reliability: grade[source] }),
      ...(derivedFrom[source]! < 0 ? {} : { derivedFrom: sourceIdOf(derivedFrom[source]!) }),
      ...(hasText[source] === 0 ? {} : { text: textOf(source) }),
    };
  };
  return {
    count,
    root,
    derived: derivedFrom.filter((from) => from >= 0).length,
    graded: grade.filter((each) => each !== null).length,
    sentencesOf,
    sentence,
    record,
  };
}
