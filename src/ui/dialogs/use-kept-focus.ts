import { type RefObject, useEffect } from "react";

/**
 * Keeps the keyboard inside an open dialog: where the element that had the focus is taken away or disabled,
 * the browser leaves the focus on the page, where Esc and Tab mean something else. The dialog itself takes it then.
 */
export function useKeptFocus(dialog: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let frame = 0;
    const takeIfLost = () => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost) dialog.current?.focus({ preventScroll: true });
    };
    // A list that closes gives the focus back one frame later, and it is to have it first.
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(takeIfLost);
      });
    };
    const observer = new MutationObserver(look);
    if (dialog.current !== null) {
      observer.observe(dialog.current, { childList: true, subtree: true, attributeFilter: ["disabled"] });
    }
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [dialog]);
}
