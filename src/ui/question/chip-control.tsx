import type { QuestionField } from "../../query/question-field.ts";
import { ChoiceBox } from "../parts/choice-box.tsx";
import { EndsBox } from "../parts/ends-box.tsx";
import { PickBox } from "../parts/pick-box.tsx";
import { TextBox } from "../parts/text-box.tsx";
import type { Chip } from "../state/chip.ts";
import { useActions } from "../state/use-page.ts";
import { useFieldChoices } from "./field-choices.ts";

const placeholders: Partial<Record<QuestionField["holds"]["is"], string>> = {
  date: "2024, 2024-03, 2024-03-24",
  interval: "2018/2020, 2019/.., 2024-03",
  days: "30, 4w, 6m, 1y",
};

interface ChipControlProps {
  readonly chip: Chip;
  readonly field: QuestionField;
  readonly problem: string | null;
}

/** What a condition is filled in with: a number, a date, one of a few, some of many, or entities. */
export function ChipControl({ chip, field, problem }: ChipControlProps) {
  const { setChip } = useActions();
  const { holds, name } = field;
  const label = field.label.replace(/\s*…\s*/, " … ").trim();
  const choices = useFieldChoices(holds.is);
  switch (holds.is) {
    case "flag":
      return null;
    case "choice":
      return (
        <ChoiceBox
          look="bare"
          label={label === "…" ? field.help : label}
          choices={holds.among.map(({ value, words }) => ({ value, label: words }))}
          value={chip.text}
          onChange={(text) => setChip(name, { text })}
        />
      );
    case "whole":
    case "days":
    case "date":
    case "interval":
    case "pattern":
      return (
        <TextBox
          bare
          label={label}
          value={chip.text}
          placeholder={placeholders[holds.is] ?? ""}
          problem={problem}
          numeric={holds.is === "whole"}
          onChange={(text) => setChip(name, { text })}
        />
      );
    case "entity":
    case "entities":
      return <EndsBox bare takes="many" label={label} held={chip.held} onChange={(held) => setChip(name, { held })} />;
    default:
      return <PickBox label={label} choices={choices} held={chip.held} onChange={(held) => setChip(name, { held })} />;
  }
}
