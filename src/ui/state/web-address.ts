const schemes = new Set(["http:", "https:", "mailto:"]);

/** The address when a browser may follow it (http, https, mailto), else null: sources come from other people's files. */
export function webAddress(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  return schemes.has(url.protocol) ? url.href : null;
}
