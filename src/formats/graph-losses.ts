/** What every format of bare nodes and edges leaves behind. */
export const graphLosses: readonly string[] = [
  "Each link is one edge with its standing and the number of claims and origins behind it; the claims themselves (quotes, sources, speakers, dates) are left out.",
  "Attribute claims, sources, withdrawn claims, judgements, saved questions, history and the case's own types, relations and properties are left out.",
  "Of merged entities only the one that stands for them is written; of a part, entities that only its claims name (speakers, events) are left out.",
];
