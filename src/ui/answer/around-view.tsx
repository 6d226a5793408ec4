import type { AroundAnswer } from "../../query/answer.ts";
import { count } from "../state/words.ts";
import { EntityRows, LinkRows } from "./rows.tsx";
import { useAnswerNames } from "./use-answer-names.ts";
import { VerdictBox } from "./verdict-box.tsx";

/** What lies around an entity, hop by hop, and the links between all of it. */
export function AroundView({ answer: { center, perHop, entities, links } }: { answer: AroundAnswer }) {
  const names = useAnswerNames();
  const starts = perHop.map((_, hop) => perHop.slice(0, hop).reduce((sum, number) => sum + number, 0));
  return (
    <>
      <VerdictBox sentence={sentenceOf(names.entity(center), perHop, links.length)} />
      {perHop.slice(1).map((number, at) => {
        const start = starts[at + 1] ?? 0;
        return (
          <EntityRows
            // Rings have no other name than how far out they lie.
            key={`ring ${start}`}
            title={at === 0 ? "One step away" : `${count(at + 1, "hop")} away`}
            entities={entities.slice(start, start + number)}
          />
        );
      })}
      <LinkRows title="Links among them" links={links} />
    </>
  );
}

/** "12 entities within 2 hops of Russia, joined by 30 links." */
function sentenceOf(center: string, perHop: readonly number[], links: number): string {
  const found = perHop.slice(1).reduce((sum, number) => sum + number, 0);
  const hops = perHop.length - 1;
  if (found === 0) return `Nothing lies around ${center}.`;
  const within = hops === 1 ? `one step from ${center}` : `within ${count(hops, "hop")} of ${center}`;
  return `${count(found, "entity", "entities")} ${within}, with ${count(links, "link")} among them.`;
}
