import { useRef, useState } from "react";
import type { TableMapping } from "../../../formats/csv/table-mapping.ts";
import parts from "../../parts/parts.module.css";
import { saveFile } from "../../parts/save-file.ts";
import { TextButton } from "../../parts/text-button.tsx";
import styles from "./import.module.css";

interface KeepMappingProps {
  readonly file: string;
  readonly mapping: TableMapping;
  readonly onChange: (mapping: TableMapping) => void;
}

/** A mapping that was put right serves for the next file of the same columns, here and on the command line. */
export function KeepMapping({ file, mapping, onChange }: KeepMappingProps) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const save = () =>
    saveFile({
      name: `${file
        .split("/")
        .at(-1)!
        .replace(/\.[^.]*$/, "")}.mapping.json`,
      blob: new Blob([`${JSON.stringify(mapping, null, 2)}\n`], { type: "application/json" }),
    });
  const load = async (chosen: File) => {
    try {
      // What it says is checked where it is used: the server refuses in one line what is no mapping.
      onChange(JSON.parse(await chosen.text()) as TableMapping);
      setProblem(null);
    } catch {
      setProblem(`${chosen.name}: wanted a mapping saved here or by clew import, got something else`);
    }
  };
  return (
    <div className={styles.keep}>
      <TextButton small look="quiet" onPress={save}>
        Save this mapping
      </TextButton>
      <TextButton small look="quiet" onPress={() => input.current?.click()}>
        Use a saved one
      </TextButton>
      <input
        ref={input}
        hidden
        type="file"
        accept=".json"
        aria-label="A saved mapping"
        onChange={({ target }) => {
          const [chosen] = [...(target.files ?? [])];
          target.value = "";
          if (chosen !== undefined) void load(chosen);
        }}
      />
      {problem !== null && (
        <p role="alert" className={parts.error}>
          {problem}
        </p>
      )}
    </div>
  );
}
