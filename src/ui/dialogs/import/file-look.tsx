import type { FilePreview, UsedWord } from "../../../case/preview-views.ts";
import type { TableMapping } from "../../../formats/csv/table-mapping.ts";
import { byPlace } from "../../parts/by-place.ts";
import type { LookingAt } from "../../state/import-state.ts";
import { useActions } from "../../state/use-page.ts";
import { count, shortName } from "../../state/words.ts";
import dialogs from "../dialogs.module.css";
import styles from "./import.module.css";
import { KeepMapping } from "./keep-mapping.tsx";
import { countsLine, takenFor } from "./preview-words.ts";
import { ProblemTable } from "./problem-table.tsx";
import { RefusedLook } from "./refused-look.tsx";
import { TableLook } from "./table-look.tsx";
import { Taken } from "./taken.tsx";

interface FileLookProps {
  readonly state: LookingAt;
  readonly file: FilePreview;
}

/** One file: what it is taken for, its columns, what it would give, and what is wrong with it. */
export function FileLook({ state, file }: FileLookProps) {
  const { changeImport } = useActions();
  const { terms } = state;
  const setMapping = (mapping: TableMapping) => changeImport({ mappings: new Map(terms.mappings).set(file.file, mapping) });
  if (file.refused !== null) return <RefusedLook state={state} file={file} />;
  const written = mappingOf(file);
  return (
    <>
      <div className={styles.facts}>
        <p className={styles.verdict}>{takenFor(file)}</p>
        {state.files.length > 1 && <p className={dialogs.small}>{countsLine(file.counts)}</p>}
        <Taken state={state} file={file} />
      </div>
      {tablesOf(file).map(({ id, item: table }) => (
        <section key={id} className={styles.section}>
          {table.sheet !== "" && <h3>{shortName(table.sheet, 60)}</h3>}
          <TableLook table={table} onChange={(mapping) => setMapping(intoSheets(file, mapping))} />
        </section>
      ))}
      {written !== null && <KeepMapping file={file.file} mapping={written} onChange={setMapping} />}
      <First file={file} />
      <Words file={file} />
      {file.problems.length > 0 && (
        <section className={styles.section}>
          <h3>{count(sumOf(file), "problem")}</h3>
          <ProblemTable problems={file.problems} outcomes={file.outcomes} />
        </section>
      )}
    </>
  );
}

function tablesOf({ table, sheets }: FilePreview) {
  return byPlace("t", table === null ? sheets : [table]);
}

/** The mapping of the file, as it is saved: of a workbook that of all its sheets. */
function mappingOf(file: FilePreview): TableMapping | null {
  const first = file.table ?? file.sheets[0];
  return first === undefined ? null : intoSheets(file, first.mapping);
}

/** A sheet's mapping goes among those of the workbook, whose first is the mapping of the file. */
function intoSheets({ table, sheets }: FilePreview, mapping: TableMapping): TableMapping {
  if (table !== null) return mapping;
  const all = sheets.map((sheet) => (sheet.sheet === mapping.sheet ? mapping : sheet.mapping));
  const [first, ...rest] = all;
  return first === undefined ? mapping : { ...first, sheets: rest.map((sheet) => ({ ...sheet, sheets: [] })) };
}

function sumOf({ outcomes }: FilePreview): number {
  return Object.values(outcomes).reduce((sum, each) => sum + each, 0);
}

const firstShown = 6;

/** The first things that it gives, as the case would show them. */
function First({ file: { first, types, relations } }: Pick<FileLookProps, "file">) {
  const labels = new Map([...types, ...relations].map(({ id, label }) => [id, label]));
  if (first.entities.length + first.links.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3>The first of it</h3>
      <div className={styles.first}>
        <ul aria-label="Entities">
          {byPlace("e", first.entities.slice(0, firstShown)).map(({ id, item }) => (
            <li key={id}>
              {shortName(item.name, 60)}{" "}
              <span className={dialogs.small}>{shortName(labels.get(item.type) ?? item.type, 30)}</span>
            </li>
          ))}
        </ul>
        <ul aria-label="Links">
          {byPlace("l", first.links.slice(0, firstShown)).map(({ id, item }) => (
            <li key={id}>
              {shortName(item.names.from, 40)}{" "}
              <span className={dialogs.small}>{shortName(labels.get(item.relation) ?? item.relation, 40)}</span>{" "}
              {shortName(item.names.to, 40)}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Types, relations and properties; the new ones are said to be. */
function Words({ file: { types, relations, properties } }: Pick<FileLookProps, "file">) {
  const all = [
    ["Types", types],
    ["Relations", relations],
    ["Properties", properties],
  ] as const;
  if (all.every(([, words]) => words.length === 0)) return null;
  return (
    <section className={styles.section}>
      <h3>Words that it uses</h3>
      <dl className={styles.words}>
        {all.map(([label, words]) => words.length > 0 && <WordLine key={label} label={label} words={words} />)}
      </dl>
    </section>
  );
}

const wordsShown = 12;

function WordLine({ label, words }: { label: string; words: readonly UsedWord[] }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {byPlace("w", words.slice(0, wordsShown)).map(({ id, item }) => (
          <span key={id} className={styles.word}>
            {shortName(item.label, 40)} <span>{item.count.toLocaleString("en")}</span>
            {item.isNew && <em>new</em>}
          </span>
        ))}
        {words.length > wordsShown && <span className={dialogs.small}>and {count(words.length - wordsShown, "other")}</span>}
      </dd>
    </>
  );
}
