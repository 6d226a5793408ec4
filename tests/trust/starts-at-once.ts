import { join } from "node:path";
import { openCase } from "../../src/case/open-case.ts";
import { type Outcome, ran } from "./outcome.ts";
import { posted, type RealServer, realServer } from "./real-server.ts";
import { inScratch } from "./scratch.ts";

/**
 * Starts `clew open` so many times at once on one case: one listens, every other ends with code 2 and says which process
 * has it. Then that one is killed, and the lock that it leaves behind keeps nobody out.
 */
export async function startsAtOnce({ starts }: { starts: number }): Promise<Outcome> {
  const broken: string[] = [];
  let figure = "";
  await inScratch(async (folder) => {
    const path = join(folder, "contested.clew");
    openCase(path, { mode: "create" }).close();
    const all = await Promise.all(Array.from({ length: starts }, () => realServer(path)));
    const winners = all.filter(({ origin }) => origin !== null);
    const told = all.filter((one) => one.origin === null && isTold(one, winners[0]));
    for (const { origin, said, code } of all)
      if (origin === null && !told.some((one) => one.said === said)) broken.push(`ended with ${code}: ${said.trim()}`);
    if (winners.length !== 1) broken.push(`wanted one that listens, got ${winners.length}`);
    await Promise.all(all.map(({ kill }) => kill()));
    const next = await realServer(path);
    const works = next.origin !== null && (await posted(next.origin, "/api/import?name=a.csv", "source,target\na,b\n"));
    if (!works) broken.push(`a stale lock blocks: ${next.said.trim()}`);
    await next.kill();
    figure = `${starts} starts: ${winners.length} won, ${told.length} told who has it; a stale lock ${works ? "does not block" : "blocks"}`;
  });
  return ran(figure, broken);
}

function isTold({ code, said }: RealServer, winner: RealServer | undefined): boolean {
  return code === 2 && said.trim().split("\n").length === 1 && said.includes(`open in another Clew (process ${winner?.pid})`);
}
