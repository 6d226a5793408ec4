import type { FormatReader } from "../format.ts";
import { xmlGraphReading } from "../xml-graph-reading.ts";
import { xmlRoot } from "../xml-root.ts";
import { AnxChart } from "./chart.ts";

/**
 * Charts of i2 Analyst's Notebook as XML (`.anx`). What an item or a card names as its source becomes one, with its grade; a link that is drawn
 * as unconfirmed is alleged.
 */
export const anxReader: FormatReader = {
  recognizes: (head) => xmlRoot(head) === "Chart" && words.test(head),
  start: (context) => xmlGraphReading(context, "Analyst's Notebook", (take) => new AnxChart(context, take)),
};

/** What charts of others do not have. */
const words =
  /ChartItem|IdReferenceLinking|StrengthCollection|EntityTypeCollection|LinkTypeCollection|AttributeClassCollection|i2group/;
