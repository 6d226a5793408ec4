/** What a check of a case is at, in this order; in a large one each takes a while. */
export type CheckStep = "pages" | "records" | "claims" | "links" | "names" | "snapshot";

/** Called as each begins; may throw to end the check. */
export type CheckWatch = (step: CheckStep) => void;
