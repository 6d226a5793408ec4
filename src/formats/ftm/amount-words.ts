/** How much of it, in words, by the properties that say so: "50 %", "113969.15 EUR"; "" where none does. */
export function amountWords(text: (property: string) => string | undefined): string {
  const share = text("percentage");
  if (share !== undefined) return /%\s*$/.test(share) ? share : `${share} %`;
  const amounts = [
    [text("amount"), text("currency") ?? ""],
    [text("amountEur"), "EUR"],
    [text("amountUsd"), "USD"],
  ] as const;
  const found = amounts.find(([amount]) => amount !== undefined);
  return found === undefined ? "" : `${found[0]} ${found[1]}`.trim();
}
