import type { Format } from "../format.ts";
import { ftmStatementsReader } from "./read.ts";

export const ftmStatementsFormat: Format = {
  id: "ftm-statements",
  label: "FollowTheMoney statements",
  extensions: [".statements.csv"],
  mediaType: "text/csv",
  idSpace: "world",
  reader: ftmStatementsReader,
  writer: null,
};
