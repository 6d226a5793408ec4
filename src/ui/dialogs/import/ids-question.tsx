import type { IdsPreview } from "../../../case/preview-views.ts";
import { RadioChoice } from "../../parts/radio-choice.tsx";
import { useActions, usePage } from "../../state/use-page.ts";
import { count, shortName } from "../../state/words.ts";
import dialogs from "../dialogs.module.css";
import styles from "./import.module.css";

/** Ids that the case has from elsewhere: whether node 1 of this file is node 1 of that one, nobody but the reader can say. */
export function IdsQuestion({ ids }: { ids: IdsPreview }) {
  const { changeImport } = useActions();
  const chosen = usePage(({ dialog }) => (dialog?.kind === "import" && dialog.step === "look" ? dialog.terms.ids : null));
  if (ids.overlap.count === 0 && chosen === null) return null;
  const [example] = ids.examples;
  return (
    <section className={styles.section}>
      <h3>
        {ids.overlap.exact ? "" : "At least "}
        {count(ids.overlap.count, "id is", "ids are")} in the case already, from other files
      </h3>
      {example !== undefined && (
        <p className={dialogs.small}>
          {shortName(example.id, 40)} is {shortName(example.name, 60)} here and {shortName(example.inCase.name, 60)} in the case.
        </p>
      )}
      <RadioChoice
        label="Are they the same?"
        value={chosen ?? ""}
        onChange={(space) => changeImport({ ids: space === "" ? null : space })}
        options={[
          { value: "", label: "No: these ids mean something in these files alone" },
          ...ids.spaces.map(({ space, count: many }) => ({
            value: space,
            label: `Yes: they are the ids of ${shortName(space, 60)}`,
            detail: count(many, "id"),
          })),
        ]}
      />
    </section>
  );
}
