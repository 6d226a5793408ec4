import { foldText } from "../../../../src/base/fold-text.ts";
import type { SearchHit } from "../../../../src/store/case-store.ts";
import { askAgain } from "./ask-again.ts";
import { type Asking, jsonOf } from "./asking.ts";
import { type SearchClass, searchClasses } from "./search-classes.ts";

const SHOWN = 20;

/** Names of random entities, typed in each of the ways in which people type them. */
export async function measureSearches(asking: Asking): Promise<void> {
  for (const each of searchClasses) await measureClass(each, asking);
}

async function measureClass({ name: what, query, finds }: SearchClass, asking: Asking): Promise<void> {
  const { http, draws, figures, questions, entity, nameOf } = asking;
  let [asked, found] = [0, 0];
  const times = await askAgain(questions, async () => {
    const name = nameOf(entity());
    const typed = query(name, draws);
    if (typed === null) return null;
    const answer = await http.get(`/api/search?limit=${SHOWN}&q=${encodeURIComponent(typed)}`);
    const { hits } = jsonOf<{ hits: readonly SearchHit[] }>(answer);
    const isFound = finds === "any" ? hits.length > 0 : hits.some(({ matched }) => foldText(matched) === foldText(name));
    asked++;
    if (isFound) found++;
    else if (what !== "typo") figures.wrong.push(`search, ${what}: ${typed} does not find ${name}`);
    return answer.ms;
  });
  figures.times(`search, ${what}`, times);
  if (what === "typo") figures.add("search, typo: found among the first twenty", found / asked, "of them");
}
