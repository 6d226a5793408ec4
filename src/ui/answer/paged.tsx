import { type ReactNode, useState } from "react";
import { TextButton } from "../parts/text-button.tsx";
import styles from "./answer.module.css";

const page = 50;

interface PagedProps<T> {
  readonly items: readonly T[];
  /** This one is always among those shown. */
  readonly shown?: number;
  readonly children: (items: readonly T[]) => ReactNode;
}

/** A long list, fifty at a time. */
export function Paged<T>({ items, shown = -1, children }: PagedProps<T>) {
  const [asked, setAsked] = useState(page);
  const length = Math.max(asked, Math.ceil((shown + 1) / page) * page);
  const left = items.length - length;
  return (
    <>
      {children(items.slice(0, length))}
      {left > 0 && (
        <div className={styles.more}>
          <TextButton small onPress={() => setAsked(length + page)}>
            {Math.min(left, page)} more of {left.toLocaleString("en")}
          </TextButton>
        </div>
      )}
    </>
  );
}
