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
  const fault = (element: Element, name: string, value: string): boolean => {
    if (name === "style") return /url\(|expression/i.test(value);
    return name.startsWith("on") || (leading.has(name) && !own(element, value));
  };
  const strange = [...document.querySelectorAll("*")].flatMap((element) => {
    const tag = element.tagName.toLowerCase();
    const bad = [...element.attributes].filter(({ name, value }) => fault(element, name, value));
    const said = bad.map(({ name, value }) => `<${tag}> with ${name}=${value.slice(0, 60)}`);
    return tags.has(element.tagName) ? [`<${tag}>`, ...said] : said;
  });
  if (Object.keys(Object.prototype).length > 0) strange.push("Object.prototype has keys");
  const words = document.body.textContent;
  return { strange, shown: texts.filter((text) => words.includes(text)).length };
}
