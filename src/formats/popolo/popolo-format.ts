import type { Format } from "../format.ts";
import { popoloReader } from "./read.ts";

export const popoloFormat: Format = {
  id: "popolo",
  label: "Popolo JSON",
  extensions: [".popolo.json"],
  mediaType: "application/json",
  idSpace: "file",
  reader: popoloReader,
  writer: null,
};
