import { Input, Label, TextArea, TextField } from "react-aria-components";
import { cx } from "./cx.ts";
import styles from "./parts.module.css";

interface TextBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly autoFocus?: boolean;
}

/** A line of text, or several where `rows` is given. */
export function TextBox({ label, value, onChange, placeholder = "", rows, autoFocus = false }: TextBoxProps) {
  return (
    <TextField className={cx(styles.field)} value={value} onChange={onChange} autoFocus={autoFocus}>
      <Label className={cx(styles.label)}>{label}</Label>
      {rows === undefined ? (
        <Input className={cx(styles.input)} placeholder={placeholder} />
      ) : (
        <TextArea className={cx(styles.input)} rows={rows} placeholder={placeholder} />
      )}
    </TextField>
  );
}
