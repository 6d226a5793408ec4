import type { Standing } from "../../claims/standing.ts";
import { lineForms } from "../../view/scene.ts";
import { standingWords } from "../state/words.ts";
import { LineSample } from "./line-sample.tsx";
import styles from "./parts.module.css";

/** A standing as form and word. */
export function StandingBadge({ standing }: { standing: Standing }) {
  return (
    <span className={styles.badge} title={standingWords[standing]}>
      <LineSample form={lineForms[standing]} width={26} />
      {standing}
    </span>
  );
}
