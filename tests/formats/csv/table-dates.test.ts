import { describe, expect, it } from "vitest";
import { ordersOf, readTableDate } from "../../../src/formats/csv/table-dates.ts";

describe("dates as people write them in tables", () => {
  it.each<[written: string, dayFirst: string | null]>([
    ["2019-12-31", "2019-12-31"],
    ["2019-12-31T23:59:00Z", "2019-12-31"],
    ["2019-12-31 8:00", "2019-12-31"],
    ["31.12.2019", "2019-12-31"],
    ["1.2.2019", "2019-02-01"],
    ["01/02/2019", "2019-02-01"],
    ["1-2-2019", "2019-02-01"],
    ["01/02/2019 14:30", "2019-02-01"],
    ["2019/12/31", "2019-12-31"],
    ["2019/2/1", "2019-02-01"],
    ["2019.12.31", "2019-12-31"],
    ["2019", "2019"],
    ["2019-02", "2019-02"],
    ["02/2019", "2019-02"],
    ["Dec 2019", "2019-12"],
    ["3 March 2019", "2019-03-03"],
    ["March 3, 2019", "2019-03-03"],
    ["3rd of March 2019", "2019-03-03"],
    ["31-Dec-2019", "2019-12-31"],
    ["3. März 2019", "2019-03-03"],
    ["5 août 2019", "2019-08-05"],
    ["3 de marzo de 2019", "2019-03-03"],
    ["7 января 2019", "2019-01-07"],
    ["c. 2014", "2014~"],
    ["~2014", "~2014"],
    ["2014/2016", "2014/2016"],
    ["2019/..", "2019/.."],
    ["30.02.2019", null],
    ["31/31/2019", null],
    ["31.12.19", null],
    ["soon", null],
    ["43830", null],
    ["20191231", null],
    ["12", null],
    ["May", null],
    ["Smarch 2019", null],
    ["", null],
  ])("reads %j, day first, as %j", (written, expected) => {
    expect(readTableDate(written, "day-first")).toBe(expected);
  });

  it("reads the month first where the table does", () => {
    expect(readTableDate("01/02/2019", "month-first")).toBe("2019-01-02");
    expect(readTableDate("31/12/2019", "month-first")).toBeNull();
  });

  it("reads what only one order explains where the table says none", () => {
    expect(["31/12/2019", "12/31/2019", "02/02/2019"].map((each) => readTableDate(each, "year-first"))).toEqual([
      ...["2019-12-31", "2019-12-31", "2019-02-02"],
    ]);
    expect(readTableDate("01/02/2019", "year-first")).toBeNull();
  });

  it("tells which order a date gives away", () => {
    expect(ordersOf("31/12/2019")).toEqual(["day-first"]);
    expect(ordersOf("12/31/2019")).toEqual(["month-first"]);
    expect(ordersOf("01/02/2019")).toEqual(["day-first", "month-first"]);
    expect(ordersOf("2019/12/31")).toEqual([]);
  });
});
