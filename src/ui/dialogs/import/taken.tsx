import type { FilePreview } from "../../../case/preview-views.ts";
import { ChoiceBox } from "../../parts/choice-box.tsx";
import type { LookingAt } from "../../state/import-state.ts";
import { useActions } from "../../state/use-page.ts";
import styles from "./import.module.css";

interface TakenProps {
  readonly state: LookingAt;
  readonly file: Pick<FilePreview, "format" | "encoding">;
}

const encodings: readonly (readonly [name: string, label: string])[] = [
  ["utf-8", "UTF-8"],
  ["windows-1252", "Western (Windows-1252)"],
  ["windows-1250", "Central European (Windows-1250)"],
  ["windows-1251", "Cyrillic (Windows-1251)"],
  ["utf-16le", "UTF-16"],
  ["shift_jis", "Japanese (Shift JIS)"],
  ["gb18030", "Chinese (GB 18030)"],
];

/** Format and encoding, to be put right. */
export function Taken({ state, file: { format, encoding } }: TakenProps) {
  const { changeImport } = useActions();
  const formats = format === null ? [] : [format, ...format.others];
  const names = encoding !== null && encodings.every(([name]) => name !== encoding.name) ? [encoding.name] : [];
  // With several files one word would be for all of them.
  if (state.files.length > 1 || (formats.length < 2 && encoding === null)) return null;
  return (
    <div className={styles.settings}>
      {formats.length > 1 && (
        <ChoiceBox
          label="Format"
          value={format?.id ?? null}
          choices={formats.map(({ id, label }) => ({ value: id, label }))}
          onChange={(id) => changeImport({ format: id, mappings: new Map() })}
        />
      )}
      {encoding !== null && (
        <ChoiceBox
          label="Encoding"
          value={encoding.name}
          choices={[...encodings.map(([value, label]) => ({ value, label })), ...names.map((value) => ({ value, label: value }))]}
          onChange={(name) => changeImport({ encoding: name })}
        />
      )}
    </div>
  );
}
