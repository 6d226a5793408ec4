import { SaxesParser } from "saxes";
import { BadInput } from "../base/problem.ts";

/** An element as it begins. Names are local ones: what stands before a colon is left out, in attributes too. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** From 1: where the element begins. */
  readonly line: number;
}

export interface XmlHandler {
  open(element: XmlElement): void;
  /** `text`: what stands directly in it, as it is, without the space between the elements in it. */
  close(name: string, text: string): void;
}

/** Elements within one another, attributes of one element, characters of one value or text, and of what is neither yet, at most. */
const limits = { depth: 256, attributes: 1000, value: 1024 ** 2, unfinished: 4 * 1024 ** 2 };

/**
 * XML that comes in pieces, element by element, without a DOM. Namespaces are not resolved: saxes is worse than quadratic in depth
 * when it does, and files of this field write them wrong. Throws BadInput with the line: not well-formed, cut short, a DOCTYPE
 * (which may name other files, or grow without end), or more than the limits.
 */
export function xmlElements(file: string, handler: XmlHandler): { push(chunk: string): void; end(): void } {
  const parser = new SaxesParser({ xmlns: false, position: true });
  /** The text of each open element. */
  const open: string[] = [];
  let line = 1;
  /** Code units: those of whole pieces, and of all up to the end of the last tag or comment. Between pieces saxes' own position counts the last one twice. */
  let pushed = 0;
  let finished = 0;
  const refuse = (wanted: string, got: string): never => {
    throw new BadInput(`${file}: wanted ${wanted}, got ${got} in line ${parser.line}`);
  };
  const add = (text: string): void => {
    if (open.length === 0) return;
    const whole = open[open.length - 1]! + text;
    if (whole.length > limits.value) refuse(`texts of at most ${limits.value} characters`, "a longer one");
    open[open.length - 1] = whole;
  };
  parser.on("error", (error) => refuse("well-formed XML", plain(error.message)));
  parser.on("doctype", () => refuse("XML without a DOCTYPE", "one"));
  parser.on("opentagstart", () => {
    line = parser.line;
    if (open.length >= limits.depth) refuse(`at most ${limits.depth} elements within one another`, "more");
  });
  parser.on("opentag", ({ name, attributes }) => {
    finished = parser.position;
    const pairs = Object.entries(attributes);
    if (pairs.length > limits.attributes) refuse(`at most ${limits.attributes} attributes`, String(pairs.length));
    if (pairs.some(([, value]) => value.length > limits.value))
      refuse(`values of at most ${limits.value} characters`, "a longer one");
    // A million elements of a list have more space between them than a text may be long.
    if (open.at(-1)?.trim() === "") open[open.length - 1] = "";
    open.push("");
    handler.open({ name: localName(name), attributes: new Map(pairs.map(([key, value]) => [localName(key), value])), line });
  });
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("comment", () => {
    finished = parser.position;
  });
  parser.on("closetag", ({ name }) => {
    finished = parser.position;
    handler.close(localName(name), open.pop() ?? "");
  });
  return {
    push: (chunk) => {
      parser.write(chunk);
      pushed += chunk.length;
      if (pushed - finished > limits.unfinished)
        refuse(`a tag, text or comment of at most ${limits.unfinished} characters`, "a longer one");
    },
    end: () => {
      parser.close();
    },
  };
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}

/** saxes begins its messages with the place, which is said at the end of ours. */
function plain(message: string): string {
  return message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
}
