/** Longer names are cut before they are measured: measuring ten thousand characters at every frame would show. */
const mostCharacters = 120;

/**
 * One line of at most `widest` pixels: white space as single spaces, cut between characters with an
 * ellipsis. `measure` gives the width of a text in pixels.
 */
export function cutToWidth(text: string, widest: number, measure: (text: string) => number): string {
  const all = Array.from(
    text
      .slice(0, mostCharacters * 4)
      .replaceAll(/[\s\p{Cc}]+/gu, " ")
      .trim(),
  );
  const whole = all.slice(0, mostCharacters).join("");
  if (all.length <= mostCharacters && text.length <= mostCharacters * 4 && measure(whole) <= widest) return whole;
  const characters = all.slice(0, mostCharacters);
  let fits = 1;
  let tooMany = characters.length + 1;
  while (tooMany - fits > 1) {
    const half = (fits + tooMany) >> 1;
    if (measure(`${characters.slice(0, half).join("")}…`) <= widest) fits = half;
    else tooMany = half;
  }
  return `${characters.slice(0, fits).join("").trimEnd()}…`;
}
