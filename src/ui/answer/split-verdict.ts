/** The first sentence of a verdict carries it; what follows explains. */
export function splitVerdict(sentence: string): { readonly lead: string; readonly rest: string } {
  const end = sentence.search(/\.\s/);
  return end < 0 ? { lead: sentence, rest: "" } : { lead: sentence.slice(0, end + 1), rest: sentence.slice(end + 1).trim() };
}
