import type { Format } from "../format.ts";
import { cypherWriter } from "./write.ts";

export const cypherFormat: Format = {
  id: "cypher",
  label: "Cypher script",
  extensions: [".cypher", ".cql"],
  mediaType: "application/x-cypher-query",
  idSpace: "file",
  reader: null,
  writer: cypherWriter,
};
