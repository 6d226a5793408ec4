import styles from "./parts.module.css";
import type { EntitySearch } from "./use-entity-search.ts";

/** In place of suggestions. Nothing while the search runs: the list stays out of sight until it has an answer. */
export function NothingFound({ state }: Pick<EntitySearch, "state">) {
  if (state === "searching" || state === "idle") return null;
  return <p className={styles.nothing}>{state === "done" ? "No entity has that name." : "The search was not answered."}</p>;
}
