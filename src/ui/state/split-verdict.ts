/** The first sentence of a verdict carries it; what follows explains. A title in quotes may hold full stops of its own. */
export function splitVerdict(sentence: string): { readonly lead: string; readonly rest: string } {
  const lead = /^(?:[^.“]|“[^”]*”|\.(?!\s|$))*\.(?=\s|$)/u.exec(sentence)?.[0] ?? sentence;
  return { lead, rest: sentence.slice(lead.length).trim() };
}
