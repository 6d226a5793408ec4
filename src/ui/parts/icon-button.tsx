import type { ReactNode } from "react";
import { Button, Tooltip, TooltipTrigger } from "react-aria-components";
import { cx } from "./cx.ts";
import styles from "./parts.module.css";

interface IconButtonProps {
  readonly label: string;
  readonly keys?: string | undefined;
  readonly onPress: () => void;
  readonly disabled?: boolean;
  readonly small?: boolean;
  /** For a button that stays in. */
  readonly pressed?: boolean;
  readonly children: ReactNode;
}

/** A button that shows only an icon: its name is its label and its tooltip. */
export function IconButton({ label, keys, onPress, disabled = false, small = false, pressed, children }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <Button
        aria-label={label}
        onPress={onPress}
        isDisabled={disabled}
        {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
        className={cx(styles.button, styles.icon, small && styles.small)}
      >
        {children}
      </Button>
      <Tooltip className={cx(styles.tooltip)} offset={6}>
        {label}
        {keys !== undefined && <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
