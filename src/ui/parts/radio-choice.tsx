import { Label, Radio, RadioGroup } from "react-aria-components";
import styles from "../dialogs/dialogs.module.css";
import { cx } from "./cx.ts";
import parts from "./parts.module.css";

export interface RadioOption {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  readonly disabled?: boolean;
}

interface RadioChoiceProps {
  readonly label: string;
  readonly options: readonly RadioOption[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** `columns`: for more than fit under one another. */
  readonly layout?: "rows" | "inline" | "columns";
}

/** One of a few, all in sight. */
export function RadioChoice({ label, options, value, onChange, layout = "rows" }: RadioChoiceProps) {
  return (
    <RadioGroup className={cx(styles.choices)} value={value} onChange={onChange}>
      <Label className={cx(parts.label)}>{label}</Label>
      <div className={styles.options} data-arranged={layout}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} isDisabled={option.disabled === true} className={cx(styles.radio)}>
            <span>{option.label}</span>
            {option.detail !== undefined && <span className={styles.small}>{option.detail}</span>}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
