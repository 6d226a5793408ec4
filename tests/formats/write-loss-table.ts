import { readFileSync, writeFileSync } from "node:fs";
import { withLossTable } from "./loss-table.ts";

/** `node tests/formats/write-loss-table.ts`: brings the table of losses in docs/formats.md up to date. */
const page = "docs/formats.md";
writeFileSync(page, withLossTable(readFileSync(page, "utf8")));
