import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useActions, usePage } from "../state/use-page.ts";

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrow keys go from one answer to the next in this list, Home and End to its ends; Enter opens. For `onKeyDown` of the list. */
export function walkKeys(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-walk]")];
  const at = items.indexOf(event.target as HTMLElement);
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
  const next = event.key === "Home" ? 0 : event.key === "End" ? items.length - 1 : step === undefined ? at : at + step;
  const item = items[next];
  if (item === undefined || next === at) return;
  event.preventDefault();
  item.focus();
}

interface WalkItemProps {
  readonly at: number;
  readonly open: boolean;
  readonly className: string;
  readonly children: ReactNode;
}

/** The head of one answer: opens it. The one that is open is the list's tab stop, and comes into view. */
export function WalkItem({ at, open, className, children }: WalkItemProps) {
  const { showAnswer } = useActions();
  const stop = usePage(({ asked }) => asked.state === "answered" && (asked.shown === at || (asked.shown < 0 && at === 0)));
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (open && !wasOpen.current) button.current?.scrollIntoView({ block: "nearest" });
    wasOpen.current = open;
  }, [open]);
  return (
    <button
      ref={button}
      type="button"
      data-walk=""
      aria-current={open}
      tabIndex={stop ? 0 : -1}
      className={className}
      onClick={() => showAnswer(at)}
    >
      {children}
    </button>
  );
}
