import type { LineForm } from "../../view/scene.ts";
import { cx } from "./cx.ts";
import styles from "./parts.module.css";

/** A short piece of the line as the canvas draws it; decoration beside the word. */
export function LineSample({ form, width = 34, className }: { form: LineForm; width?: number; className?: string }) {
  const middle = width / 2;
  const marked = form.mark !== "";
  return (
    <svg className={cx(styles.sample, className)} width={width} height="12" viewBox={`0 0 ${width} 12`} aria-hidden="true">
      <line
        x1="0"
        y1="6"
        x2={marked ? middle - 6 : width}
        y2="6"
        stroke="currentColor"
        strokeWidth={form.width}
        strokeDasharray={form.dash.join(" ")}
      />
      {marked && (
        <>
          <line
            x1={middle + 6}
            y1="6"
            x2={width}
            y2="6"
            stroke="currentColor"
            strokeWidth={form.width}
            strokeDasharray={form.dash.join(" ")}
          />
          <circle cx={middle} cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1.1" />
          <path
            d={`M${middle - 2.6} 4.800h5.200M${middle - 2.6} 7.200h5.200M${middle + 1.4} 3.200l-2.800 5.600`}
            stroke="currentColor"
            strokeWidth="1"
          />
        </>
      )}
    </svg>
  );
}

/** The rule to the left of a claim, in the form of what it adds to its link. */
export function ClaimRule({ form }: { form: LineForm }) {
  return (
    <svg className={styles.rule} aria-hidden="true">
      <line
        x1="2"
        y1="0"
        x2="2"
        y2="100%"
        stroke="currentColor"
        strokeWidth={Math.max(form.width, 2)}
        strokeDasharray={form.dash.join(" ")}
      />
    </svg>
  );
}
