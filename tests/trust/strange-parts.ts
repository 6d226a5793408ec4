/**
 * For the page itself to run: parts of it that none of Clew's own have, each in a few words, and how many of the texts it shows as text.
 * Stands alone, since it is sent to the browser as it is.
 */
export function strangeParts(texts: readonly string[]): { strange: string[]; shown: number } {
  const tags = new Set(["IFRAME", "OBJECT", "EMBED", "BASE", "AUDIO", "VIDEO", "IMG", "PORTAL", "FRAME", "MARQUEE"]);
  const leading = new Set(["href", "src", "action", "formaction", "xlink:href", "data", "srcdoc", "poster", "ping", "srcset"]);
  /** Files of the page; an address that a person follows is of the web, and shown in full. */
  const own = ({ tagName, textContent }: Element, value: string) => {
    if (tagName !== "A") return value.startsWith(`${location.origin}/`) || /^(\/|#|data:image\/|data:,|blob:)/.test(value);
    return /^(https?|mailto):/i.test(value) && URL.canParse(textContent) && new URL(textContent).href === value;
  };
  const strange: string[] = [];
  for (const element of document.querySelectorAll("*")) {
    if (tags.has(element.tagName)) strange.push(`<${element.tagName.toLowerCase()}>`);
    for (const { name, value } of element.attributes) {
      if (name === "style" && /url\(|expression/i.test(value)) strange.push(`style=${value.slice(0, 60)}`);
      if (name.startsWith("on")) strange.push(`${name}=${value.slice(0, 40)}`);
      if (leading.has(name) && !own(element, value)) strange.push(`${element.tagName.toLowerCase()} ${name}=${value.slice(0, 60)}`);
    }
  }
  if (Object.keys(Object.prototype).length > 0) strange.push("Object.prototype has keys");
  const words = document.body.textContent;
  return { strange, shown: texts.filter((text) => words.includes(text)).length };
}
