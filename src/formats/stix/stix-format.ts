import type { Format } from "../format.ts";
import { stixReader } from "./read.ts";

export const stixFormat: Format = {
  id: "stix",
  label: "STIX",
  extensions: [".stix", ".stix.json", ".stix2"],
  mediaType: "application/stix+json",
  idSpace: "world",
  reader: stixReader,
  writer: null,
};
