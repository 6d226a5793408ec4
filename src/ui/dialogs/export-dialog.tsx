import { useState } from "react";
import type { FormatDescription } from "../../case/describe-formats.ts";
import type { ExportScope } from "../../case/views.ts";
import type { Answer } from "../../query/answer.ts";
import parts from "../parts/parts.module.css";
import { RadioChoice } from "../parts/radio-choice.tsx";
import { saveFile } from "../parts/save-file.ts";
import { TextButton } from "../parts/text-button.tsx";
import { isEmptyAnswer, wholePart } from "../state/answer-part.ts";
import { asPaths } from "../state/by-ask.ts";
import { answerOf, type PageState } from "../state/page-state.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { count, shortName } from "../state/words.ts";
import { DialogFrame } from "./dialog-frame.tsx";
import styles from "./dialogs.module.css";

/** What goes out, in which format, and what that format cannot carry. */
export function ExportDialog({ scope: first }: { scope: "case" | "selection" | "answer" }) {
  const formats = usePage((state) => state.formats).filter(({ write }) => write);
  const selected = usePage((state) => state.selected);
  const answer = usePage(answerOf);
  const total = usePage((state) => state.graph?.view.total.entities ?? 0);
  const { exportFile, closeDialog, tell } = useActions();
  const [scope, setScope] = useState<string>(first);
  const [chosen, setChosen] = useState<string | null>(null);
  const [chosenPart, setPart] = useState<string | null>(null);
  const [formulas, setFormulas] = useState("guarded");
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const format = formats.find(({ id }) => id === chosen) ?? formats[0];
  const part = chosenPart !== null && format?.parts.includes(chosenPart) ? chosenPart : (format?.parts[0] ?? "");

  const download = async () => {
    if (format === undefined) return;
    setState({ busy: true, error: null });
    try {
      const asked = { format: format.id, part, scope: scopeOf(scope, selected, answer) };
      const file = await exportFile({ ...asked, formulas: formulas === "exact" ? "exact" : "guarded" });
      saveFile(file);
      closeDialog();
      const more = file.losses.filter((loss) => !format.losses.includes(loss));
      tell([`Exported ${file.name}.`, ...more].join(" "));
    } catch (error) {
      setState({ busy: false, error: error instanceof Error ? error.message : String(error) });
    }
  };

  return (
    <DialogFrame
      title="Export"
      foot={
        <>
          <TextButton onPress={closeDialog}>Cancel</TextButton>
          <TextButton look="primary" busy={state.busy} disabled={format === undefined} onPress={() => void download()}>
            {state.busy ? "Writing…" : "Download"}
          </TextButton>
        </>
      }
    >
      <div className={styles.body}>
        <RadioChoice
          label="What"
          value={scope}
          onChange={setScope}
          options={[
            { value: "case", label: `The whole case, ${count(total, "entity", "entities")}` },
            {
              value: "selection",
              label:
                selected.length === 0
                  ? "The selection: nothing is selected"
                  : `The selection, ${count(selected.length, "entity", "entities")}`,
              disabled: selected.length === 0,
            },
            { value: "answer", label: answerLabel(answer), disabled: answer === null || isEmptyAnswer(answer) },
          ]}
        />
        <RadioChoice
          layout="columns"
          label="As"
          value={format?.id ?? ""}
          onChange={setChosen}
          options={formats.map(({ id, label, extensions }) => ({ value: id, label: `${label} (${extensions[0] ?? id})` }))}
        />
        {format !== undefined && format.parts.length > 1 && (
          <RadioChoice
            layout="inline"
            label="Which rows"
            value={part}
            onChange={setPart}
            options={format.parts.map((name) => ({ value: name, label: name }))}
          />
        )}
        {format?.id === "csv" && (
          <RadioChoice
            layout="inline"
            label="Texts that a spreadsheet would run"
            value={formulas}
            onChange={setFormulas}
            options={[
              { value: "guarded", label: "an apostrophe before them" },
              { value: "exact", label: "as they are" },
            ]}
          />
        )}
        <Losses format={format} />
        {state.error !== null && (
          <p role="alert" className={parts.error}>
            {state.error}
          </p>
        )}
      </div>
    </DialogFrame>
  );
}

function Losses({ format }: { format: FormatDescription | undefined }) {
  if (format === undefined) return <p className={styles.muted}>Loading…</p>;
  return (
    <div className={styles.losses}>
      {format.losses.length === 0 ? (
        <p>Carries everything: claims, quotes, sources, judgements.</p>
      ) : (
        <>
          <p>What {format.label} cannot carry:</p>
          <ul>
            {format.losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** "The path ISIS-K → Ukraine", "The answer, 12 entities and 30 links". */
function answerLabel(answer: Answer | null): string {
  if (answer === null) return "The answer: nothing has been asked";
  if (isEmptyAnswer(answer)) return "The answer: nothing was found";
  const { entities, links } = wholePart(answer);
  const held = `${count(entities.length, "entity", "entities")}, ${count(links.length, "link")}`;
  const paths = asPaths(answer)?.paths ?? [];
  const [from, to] = [paths[0]?.entities[0], paths[0]?.entities.at(-1)];
  if (from === undefined || to === undefined) return `The answer with its evidence, ${held}`;
  const ends = `${shortName(from.name, 40)} → ${shortName(to.name, 40)}`;
  return `${paths.length === 1 ? `The path ${ends}` : `The ${count(paths.length, "path")} ${ends}`} with the evidence, ${held}`;
}

function scopeOf(scope: string, selected: PageState["selected"], answer: Answer | null): ExportScope {
  if (scope === "selection") return { kind: "entities", entities: selected };
  if (scope === "answer" && answer !== null) return { kind: "answer", question: answer.question };
  return { kind: "case" };
}
