import { expect, it } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { xlsxReader } from "../../../src/formats/xlsx/read.ts";
import { pythonHas, pythonSays } from "../python.ts";
import { contextFor, linkLines, ofKind, problemLines } from "../read-all.ts";

const code = `import io, base64, datetime, openpyxl
book = openpyxl.Workbook()
people = book.active
people.title = "People"
people.append(["name", "born", "score", "judge"])
people.append(["Ann Lee", datetime.date(1970, 4, 3), 1.5, True])
links = book.create_sheet("Links")
links.append(["source", "target", "date"])
links.append(["Ann Lee", "Bolt", datetime.datetime(2019, 12, 31, 8, 30)])
out = io.BytesIO()
book.save(out)
print(json.dumps(base64.b64encode(out.getvalue()).decode()))`;

it.skipIf(!pythonHas("openpyxl"))("reads what openpyxl writes", () => {
  const reading = xlsxReader.start(contextFor("book.xlsx", builtInOntology));
  const bytes = Buffer.from(String(pythonSays(code, {})), "base64");
  const records = [...reading.push(bytes), ...reading.end()];
  expect(ofKind(records, "table").map(({ table }) => [table.sheet, table.mapping.role])).toEqual([
    ["People", "entities"],
    ["Links", "links"],
  ]);
  const claims = ofKind(records, "claim").map(({ claim }) => claim);
  expect(claims.flatMap((claim) => (claim.kind === "attribute" ? [[claim.property, claim.value]] : []))).toEqual([
    ["born", "1970-04-03"],
    ["score", 1.5],
    ["judge", true],
  ]);
  expect(linkLines(records.filter((each) => each.kind !== "claim" || each.claim.kind === "link"))).toEqual([
    "Ann Lee linked-to Bolt",
  ]);
  expect(claims.at(-1)!.during).toBe("2019-12-31");
  expect(problemLines(records)).toEqual([]);
});
