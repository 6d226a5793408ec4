import { cutText } from "../../base/cut-text.ts";
import { sourceId } from "../../base/ids.ts";
import type { Citation } from "../../claims/claim.ts";
import type { Source } from "../../claims/source.ts";
import { sourceAt } from "../graph-records.ts";
import type { RowDesk } from "./row-desk.ts";

/** The documents that rows name; each is declared once. */
export class TableSources {
  readonly #desk: RowDesk;
  /** Title under which each was declared. */
  readonly #declared = new Map<Source["id"], string>();
  /** The file itself. */
  readonly own: readonly Source["id"][];

  constructor(desk: RowDesk) {
    this.#desk = desk;
    this.own = [desk.context.source.id];
  }

  /**
   * Of the addresses in the cells and the title beside them: one source for each address, else one for the title, else the file itself.
   * A title beside several addresses is that of all.
   */
  of(cells: readonly string[], title: string): readonly Source["id"][] {
    const urls = cells.flatMap(addressesIn);
    if (urls.length === 0) return title === "" ? this.own : [this.#titled(title)];
    return [...new Set(urls)].map((url) => {
      const source = sourceAt(url, this.#desk.context);
      return this.#declare(title === "" ? source : { ...source, title }, title);
    });
  }

  /** A title is one document in this file alone: names merge nothing. */
  #titled(title: string): Source["id"] {
    const { source } = this.#desk.context;
    return this.#declare({ ...source, id: sourceId(`${source.id}/${title}`), title, sha256: null, derivedFrom: null }, title);
  }

  #declare(source: Source, title: string): Source["id"] {
    const before = this.#declared.get(source.id);
    if (before === undefined) {
      this.#declared.set(source.id, source.title);
      this.#desk.give({ kind: "source", source });
    } else if (title !== "" && title !== before) {
      const message = `wanted one title for ${cutText(source.id, 80)}, got ${JSON.stringify(cutText(title, 80))} too; the first stays`;
      this.#desk.tell("repeated-source", message, "dropped");
    }
    return source.id;
  }
}

/** A cell may hold several, with blanks, commas, semicolons, bars or line ends between them; what is no address counts as one all the same. */
function addressesIn(cell: string): string[] {
  if (cell === "") return [];
  const parts = cell.split(/[\s;|,]+(?=(?:https?|ftp):\/\/|www\.)/i);
  return parts.map((part) => part.trim().replace(/[\s;|,]+$/, "")).filter((part) => part !== "");
}

/** Where a row says it stands in the document; the row itself where it says nothing. */
export function citationOf(row: number, { page, quote }: { readonly page: string; readonly quote: string }): Citation {
  if (page === "" && quote === "") return { kind: "row", row };
  return { kind: "page", page: page === "" ? "?" : page, quote };
}
