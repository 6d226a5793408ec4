/**
 * Spreadsheets run a cell that begins with = + - @, a tab or a carriage return as a formula. `guard`
 * puts an apostrophe before such a text, and before one that already looks guarded, so that
 * `unguard(guard(text)) === text` for every text.
 */
export function guard(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Takes back one `guard`. Only for files that Clew wrote: elsewhere an apostrophe is data. */
export function unguard(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
