/** Widest a name is drawn, in pixels. */
export const widestName = 168;
export const widestRelation = 120;

/** Names of what stands out are bold. */
export function nameFont(family: string, kind: "usual" | "strong"): string {
  return `${kind === "strong" ? 650 : 460} 12px ${family}`;
}

export function relationFont(family: string, kind: "usual" | "strong"): string {
  return `${kind === "strong" ? 560 : 440} 11px ${family}`;
}
