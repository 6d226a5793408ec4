import { FieldError, Input, Label, TextArea, TextField } from "react-aria-components";
import { cx } from "./cx.ts";
import styles from "./parts.module.css";

interface TextBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly autoFocus?: boolean;
  /** The label is heard and not seen. */
  readonly bare?: true;
  /** Why the text will not do; null while it will. */
  readonly problem?: string | null;
  readonly numeric?: boolean;
}

/** A line of text, or several where `rows` is given. */
export function TextBox(props: TextBoxProps) {
  const { label, value, onChange, placeholder = "", rows, autoFocus = false, bare, problem = null, numeric = false } = props;
  return (
    <TextField
      className={cx(styles.field)}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      isInvalid={problem !== null}
      validationBehavior="aria"
      {...(numeric ? { inputMode: "numeric" } : {})}
    >
      <Label className={cx(bare ? "visually-hidden" : styles.label)}>{label}</Label>
      {rows === undefined ? (
        <Input className={cx(styles.input)} placeholder={placeholder} />
      ) : (
        <TextArea className={cx(styles.input)} rows={rows} placeholder={placeholder} />
      )}
      {problem !== null && <FieldError className={cx(styles.problem)}>{problem}</FieldError>}
    </TextField>
  );
}
