import type { ReactNode } from "react";
import parts from "../parts/parts.module.css";
import styles from "./left.module.css";

/** The heading of a list, with how many there are. */
export function Head({ title, number, unit, children }: { title: string; number?: number; unit?: string; children?: ReactNode }) {
  return (
    <div className={styles.head}>
      <h2 className={parts.caps}>
        {title}
        {number !== undefined && (
          <span>
            · {number.toLocaleString("en")} {unit}
          </span>
        )}
      </h2>
      {children}
    </div>
  );
}
