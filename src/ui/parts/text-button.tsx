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
  readonly type?: "button" | "submit";
  readonly label?: string | undefined;
}

/** A button with words. Works as the trigger of a menu or dialog. */
export function TextButton({ children, onPress, look = "plain", small, disabled, type = "button", label }: TextButtonProps) {
  return (
    <Button
      type={type}
      {...(onPress === undefined ? {} : { onPress })}
      {...(label === undefined ? {} : { "aria-label": label })}
      isDisabled={disabled === true}
      className={cx(styles.button, look !== "plain" && styles[look], small && styles.small)}
    >
      {children}
    </Button>
  );
}
