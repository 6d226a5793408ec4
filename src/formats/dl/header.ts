import { dlWords } from "./words.ts";

export type DlShape = "fullmatrix" | "upperhalf" | "lowerhalf" | "nodelist" | "nodelistb" | "edgelist";

/** What stands before the data. */
export interface DlHeader {
  rows: number | null;
  columns: number | null;
  matrices: number;
  shape: DlShape;
  /** Rows and columns are things of two kinds. */
  isTwoMode: boolean;
  hasDiagonal: boolean;
  /** Labels stand among the data. */
  readonly embedded: Record<Axis, boolean>;
  readonly labels: Record<Axis | "matrix", string[]>;
}

export type Axis = "row" | "column";
type Section = "both" | Axis | "matrix";

const shapes: Readonly<Record<string, { readonly shape: DlShape; readonly isTwoMode?: true }>> = {
  fullmatrix: { shape: "fullmatrix" },
  matrix: { shape: "fullmatrix" },
  upperhalf: { shape: "upperhalf" },
  lowerhalf: { shape: "lowerhalf" },
  nodelist: { shape: "nodelist" },
  nodelist1: { shape: "nodelist" },
  nodelist1b: { shape: "nodelistb" },
  nodelist2: { shape: "nodelist", isTwoMode: true },
  nodelist2b: { shape: "nodelistb", isTwoMode: true },
  edgelist: { shape: "edgelist" },
  edgelist1: { shape: "edgelist" },
  edgelist2: { shape: "edgelist", isTwoMode: true },
};

/** What a phrase at the beginning of the rest of a line says. */
const phrases: readonly (readonly [RegExp, (reader: DlHeaderReader, found: RegExpExecArray) => void])[] = [
  [/^(?:dl\b|[\s,;]+)/i, () => {}],
  [/^(n|nr|nc|nm)\s*=\s*(\d{1,9})\b/i, (reader, [, key = "", count = ""]) => reader.count(key.toLowerCase(), Number(count))],
  [/^format\s*=?\s*(\w+)/i, (reader, [, name = ""]) => reader.shape(name.toLowerCase())],
  [/^diagonal\s*=?\s*(present|absent)\b/i, (reader, [, word = ""]) => reader.diagonal(word.toLowerCase())],
  [/^title\s*[=:]\s*("[^"]*"?|'[^']*'?|.*)/i, () => {}],
  [/^(?:(row|col|column)\s+)?labels?\s+embedded\b\s*:?/i, (reader, [, axis]) => reader.embed(axisOf(axis))],
  [/^(?:(row|col|column|matrix|level)\s+)?labels?\s*:/i, (reader, [, axis]) => reader.section(axisOf(axis))],
];

const endOfLabels =
  /^\s*(data|format|diagonal|title|n|nr|nc|nm|((row|col|column|matrix|level)\s+)?labels?(\s+embedded)?)\s*[:=]/i;

/** Reads the lines before the data; labels are between blanks, commas and ends of lines, or one a line where so many lines stand there. */
export class DlHeaderReader {
  readonly header: DlHeader = {
    rows: null,
    columns: null,
    matrices: 1,
    shape: "fullmatrix",
    isTwoMode: false,
    hasDiagonal: true,
    embedded: { row: false, column: false },
    labels: { row: [], column: [], matrix: [] },
  };
  readonly #lines: Record<Section, string[]> = { both: [], row: [], column: [], matrix: [] };
  #section: Section | null = null;
  /** A form of the data that is not known, "" for none. */
  unknownShape = "";

  /** The rest of the line behind `data:`, once that has come; words that it does not know go to `unknown`. */
  take(line: string, unknown: (word: string) => void): string | null {
    let rest = line.trimStart();
    if (endOfLabels.test(rest)) this.#section = null;
    while (rest !== "") {
      const data = /^data\s*:/i.exec(rest);
      if (data !== null) return rest.slice(data[0].length);
      rest = this.#label(rest) ? "" : this.#phrase(rest, unknown);
    }
    return null;
  }

  /** Whether the rest of the line is labels, which then are taken. */
  #label(rest: string): boolean {
    if (this.#section !== null) this.#lines[this.#section].push(rest);
    return this.#section !== null;
  }

  /** What came, once the data begin. */
  finish(): DlHeader {
    const { header } = this;
    const of = (section: Section, count: number | null) => labelsOf(this.#lines[section], count);
    const both = of("both", header.rows);
    const [row, column] = [both.length > 0 ? both : of("row", header.rows), of("column", header.columns)];
    const differ = column.length > 0 && (row.length !== column.length || row.some((label, at) => label !== column[at]));
    if (differ || header.embedded.row !== header.embedded.column) header.isTwoMode = true;
    header.labels.row = row;
    header.labels.column = header.isTwoMode ? column : row;
    header.labels.matrix = of("matrix", header.matrices);
    return header;
  }

  #phrase(rest: string, unknown: (word: string) => void): string {
    for (const [phrase, say] of phrases) {
      const found = phrase.exec(rest);
      if (found === null) continue;
      say(this, found);
      return rest.slice(found[0].length);
    }
    const [word = rest] = /^\S+/.exec(rest) ?? [];
    unknown(word);
    return rest.slice(word.length);
  }

  count(key: string, count: number): void {
    const { header } = this;
    if (key === "nm") header.matrices = count;
    if (key === "n" || key === "nr") header.rows = count;
    if (key === "n" || key === "nc") header.columns = count;
    if (key === "nr" || key === "nc") header.isTwoMode = header.rows !== header.columns;
  }

  shape(name: string): void {
    const known = shapes[name];
    if (known === undefined) this.unknownShape = name;
    else this.header.shape = known.shape;
    if (known?.isTwoMode) this.header.isTwoMode = true;
  }

  diagonal(word: string): void {
    this.header.hasDiagonal = word === "present";
  }

  embed(axis: Section): void {
    if (axis !== "column") this.header.embedded.row = true;
    if (axis !== "row") this.header.embedded.column = true;
  }

  section(axis: Section): void {
    this.#section = axis;
  }
}

function axisOf(word: string | undefined): Section {
  const axis = word?.toLowerCase();
  if (axis === undefined) return "both";
  return axis === "row" ? "row" : axis.startsWith("col") ? "column" : "matrix";
}

function labelsOf(lines: readonly string[], count: number | null): string[] {
  const whole = lines.map((line) => line.trim()).filter((line) => line !== "");
  const words = whole.flatMap(dlWords);
  if (words.length === count || whole.length !== count) return words;
  return whole.map((line) => line.replace(/[\s,]+$/, ""));
}
