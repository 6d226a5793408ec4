/**
 * Spreadsheets run a cell that begins with = + - @ (in East Asian settings also their wide forms), a tab or a line end as a formula. `guard`
 * puts an apostrophe before such a text, and before one that already looks guarded, so that
 * `unguard(guard(text)) === text` for every text.
 */
export function guard(text: string): string {
  return /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
}

/** Takes back one `guard`. Only for files that Clew wrote: elsewhere an apostrophe is data. */
export function unguard(text: string): string {
  return /^'+[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? text.slice(1) : text;
}
