/** The text on one line, cut to `max` characters with an ellipsis; never through the middle of a character. */
export function cutText(text: string, max: number): string {
  const line = text.replaceAll(/\s+/g, " ");
  if (line.length <= max) return line;
  const cut = line.slice(0, max);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}
