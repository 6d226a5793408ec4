import type { Claim } from "../../claims/claim.ts";
import { type ClaimRow, claimColumns, claimOfRow } from "../claim-row.ts";
import { bodyOf, type Row } from "./statements.ts";

/** What `claimOf` needs of `claim c`. */
export const columnsOfClaim = claimColumns.replaceAll(/\w+/g, "c.$&");

/** The claim of a row of `columnsOfClaim`. Throws BadInput when its body is no JSON. */
export function claimOf<C extends Claim = Claim>(row: Row): C {
  return claimOfRow(row as unknown as ClaimRow, bodyOf<object>(row)) as C;
}
