/** "ISIS-K → Ukraine", "ISIS-K -> Ukraine": the two names, or null when the text asks no path. */
export function parseArrow(text: string): { readonly from: string; readonly to: string } | null {
  const [from, to, ...rest] = text.split(/\s*(?:→|->|=>)\s*/u);
  if (from === undefined || to === undefined || rest.length > 0) return null;
  return from.trim() === "" || to.trim() === "" ? null : { from: from.trim(), to: to.trim() };
}
