import type { Format } from "../format.ts";
import { xlsxReader } from "./read.ts";

export const xlsxFormat: Format = {
  id: "xlsx",
  label: "Excel",
  extensions: [".xlsx"],
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  idSpace: "file",
  reader: null,
  bytesReader: xlsxReader,
  writer: null,
};
