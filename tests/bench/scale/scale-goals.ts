import type { Goal } from "../report/goal.ts";
import { figureOf, type SizeResults } from "./figures.ts";
import { searchClasses } from "./measure/search-classes.ts";

const MB = 2 ** 20;

/** What Clew sets itself; the figures are meant for the large case. */
export function scaleGoalsOf(results: SizeResults): Goal[] {
  const figure = (name: string) => figureOf(results, name);
  const ms = (name: string, wanted: number): Goal => ({ text: name, figure: figure(name), unit: "ms", bound: "at most", wanted });
  const [clew, peer, peak] = [figure("import"), figure("LadybugDB: COPY"), figure("import: most memory")];
  const slow = ["accents missing", "typo"];
  return [
    {
      text: "import: time of LadybugDB's COPY of entities and links",
      figure: clew === null || peer === null ? null : clew / peer,
      unit: "times",
      bound: "at most",
      wanted: 1,
    },
    {
      text: "import: most memory",
      figure: peak === null ? null : peak / MB,
      unit: "MB",
      bound: "at most",
      wanted: 1024,
    },
    ms("clew path, started to answered, p50", 2000),
    ms("server: until a path is answered", 2000),
    ...searchClasses.map(({ name }) => ms(`search, ${name}, p99`, slow.includes(name) ? 50 : 5)),
    ms("neighbours, first page, p99", 5),
    ms("neighbours of the hub, first page, p99", 200),
    ms("adding a claim, p99", 20),
    ms("shortest path, p99", 10),
    ms("killed and started again: until a path is answered", 5000),
    ms("load, all, p99", 150),
    ms("load during imports, all, p99", 250),
  ];
}
