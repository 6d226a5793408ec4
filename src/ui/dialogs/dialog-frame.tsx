import { X } from "lucide-react";
import { type ReactNode, type RefObject, useRef } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { cx } from "../parts/cx.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { useActions } from "../state/use-page.ts";
import styles from "./dialogs.module.css";
import { useKeptFocus } from "./use-kept-focus.ts";

interface DialogFrameProps {
  readonly title: ReactNode;
  /** The dialog's name where the title is not it. */
  readonly name?: string;
  /** Slides in from the right, full height, so that the graph stays in view. */
  readonly side?: boolean;
  /** For tables: as wide as the page lets it be, up to 1,000 pixels. */
  readonly wide?: boolean;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}

/** What every dialog shares: veil, title, close button, Esc, focus kept inside and given back. */
export function DialogFrame({ title, name, side = false, wide = false, children, foot }: DialogFrameProps) {
  const { closeDialog } = useActions();
  const dialog = useRef<HTMLElement>(null);
  const sided = side ? { "data-side": "" } : wide ? { "data-wide": "" } : {};
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && closeDialog()} className={cx(styles.veil)} {...sided}>
      <Modal className={cx(styles.modal)} {...sided}>
        <Dialog ref={dialog} className={cx(styles.dialog)} {...(name === undefined ? {} : { "aria-label": name })}>
          <KeptFocus dialog={dialog} />
          <div className={styles.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton small label="Close" onPress={closeDialog}>
              <X size={16} aria-hidden="true" />
            </IconButton>
          </div>
          {children}
          {foot !== undefined && <div className={styles.foot}>{foot}</div>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Mounted with the dialog, which is there later than the frame. */
function KeptFocus({ dialog }: { dialog: RefObject<HTMLElement | null> }) {
  useKeptFocus(dialog);
  return null;
}
