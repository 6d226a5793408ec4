import type { PathAnswer } from "../../../../src/query/answer.ts";
import { memoryOfProcess } from "../../../trust/load/process-memory.ts";
import type { DrawnCase } from "../data/reckoning.ts";
import { entityIdOf } from "../data/record-ids.ts";
import type { Figures } from "../figures.ts";
import { type Asking, startAsking } from "./asking.ts";
import type { HopsOf } from "./breadth-first.ts";
import { launcher, runProgram } from "./run-program.ts";
import { shortestPath } from "./shortest-paths.ts";

const OPENINGS = 5;

/** From starting `clew path` until it has answered, again and again; the first time apart, since it may find nothing saved. */
export async function measureCommand(
  casePath: string,
  given: { drawn: DrawnCase; figures: Figures },
  hopsOf: HopsOf,
): Promise<void> {
  const { drawn, figures } = given;
  const times: number[] = [];
  for (let at = 0; at <= OPENINGS; at++) {
    // Not on an island, where the command would end with 1.
    const [from, to] = [0.3, 0.7].map((share) => Math.floor(drawn.size.entities * share) + 97 * at) as [number, number];
    const { ms, output, peak } = await runProgram([launcher, "path", casePath, entityIdOf(from), entityIdOf(to), "--json"]);
    const { paths } = JSON.parse(output) as PathAnswer;
    figures.expect(`clew path ${entityIdOf(from)} ${entityIdOf(to)}`, hopsOf(from, to), paths[0]?.hops ?? -1);
    if (at === 0) {
      figures.add("clew path, the very first", ms);
      figures.add("clew path: most memory", peak, "bytes");
    } else times.push(ms);
  }
  figures.times("clew path, started to answered", times);
}

/** Starts a server; the time until it has answered its first path. */
export async function openAndAsk(
  casePath: string,
  given: Pick<Asking, "drawn" | "figures" | "questions">,
  as: string,
): Promise<Asking> {
  const started = performance.now();
  const asking = await startAsking(casePath, given);
  const [from, to] = [entityIdOf(asking.entity()), entityIdOf(asking.entity())];
  await asking.http.get("/api/search?q=a");
  const listening = performance.now() - started;
  await shortestPath(asking, from, to);
  given.figures.add(`${as}: until a search is answered`, listening);
  given.figures.add(`${as}: until a path is answered`, performance.now() - started);
  return asking;
}

export function noteMemory({ server, figures }: Asking, when: string): void {
  const memory = memoryOfProcess(server.pid);
  if (memory === null) return;
  figures.add(`server memory ${when}`, memory.now, "bytes");
  figures.add(`server memory ${when}, at most`, memory.peak, "bytes");
}
