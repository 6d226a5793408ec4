import type { Format } from "../format.ts";
import { wikidataReader } from "./read.ts";

export const wikidataFormat: Format = {
  id: "wikidata",
  label: "Wikidata JSON",
  extensions: [".wikidata.json"],
  mediaType: "application/json",
  idSpace: "world",
  reader: wikidataReader,
  writer: null,
};
