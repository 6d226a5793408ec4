import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { cx } from "./cx.ts";
import styles from "./parts.module.css";

interface TextButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly look?: "plain" | "primary" | "quiet" | "icon" | "chip";
  readonly small?: boolean;
  readonly disabled?: boolean;
  /** Works on what it was pressed for: not to be pressed again, but still where the keyboard is. */
  readonly busy?: boolean;
  readonly type?: "button" | "submit";
  readonly label?: string | undefined;
}

/** A button with words. Works as the trigger of a menu or dialog. */
export function TextButton(props: TextButtonProps) {
  const { children, onPress, look = "plain", small, disabled, busy, type = "button", label } = props;
  return (
    <Button
      type={type}
      {...(onPress === undefined ? {} : { onPress })}
      {...(label === undefined ? {} : { "aria-label": label })}
      isDisabled={disabled === true}
      isPending={busy === true}
      className={cx(styles.button, look !== "plain" && styles[look], small && styles.small)}
    >
      {children}
    </Button>
  );
}
