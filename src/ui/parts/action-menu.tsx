import { EllipsisVertical } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { cx } from "./cx.ts";
import styles from "./parts.module.css";

interface ActionMenuProps {
  readonly label: string;
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
}

/** Three dots, and behind them what else can be done. */
export function ActionMenu({ label, actions }: ActionMenuProps) {
  return (
    <MenuTrigger>
      <Button aria-label={label} className={cx(styles.button, styles.icon, styles.small)}>
        <EllipsisVertical size={14} aria-hidden="true" />
      </Button>
      <Popover className={cx(styles.popover)} placement="bottom end">
        <Menu className={cx(styles.listbox)} onAction={(key) => actions.find((action) => action.label === key)?.run()}>
          {actions.map((action) => (
            <MenuItem key={action.label} id={action.label} className={cx(styles.option)}>
              <span>{action.label}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
