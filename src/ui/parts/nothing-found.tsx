import styles from "./parts.module.css";
import type { EntitySearch } from "./use-entity-search.ts";

/** In place of suggestions. Nothing while the search runs: the list stays out of sight until it has an answer. */
export function NothingFound({ state, hint }: { state: EntitySearch["state"]; hint?: string }) {
  if (state === "searching" || (state === "idle" && hint === undefined)) return null;
  const words = { idle: hint, done: "No entity has that name.", failed: "The search was not answered." };
  return <p className={styles.nothing}>{words[state]}</p>;
}
