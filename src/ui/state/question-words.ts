import { entityTypeId } from "../../base/ids.ts";
import type { Question } from "../../query/question.ts";
import { defaultOf, fieldsOf } from "../../query/question-fields.ts";
import { questionInWords } from "../../query/question-in-words.ts";
import type { Asked } from "./asked.ts";
import { kept, type Picked } from "./held.ts";
import type { Names } from "./names.ts";
import type { QuestionForm } from "./question-form.ts";

/** A question in a sentence, as the list of saved questions has it; what was typed and not chosen stands as it is. */
export function askedInWords(asked: Asked, names: Names): string {
  const left = fieldsOf(asked.ask).map(({ name }) => [name, defaultOf(asked.ask, name)] as const);
  const sides = { from: [], to: [] };
  const whole = { ...sides, ...Object.fromEntries(left), ...withoutNothing(asked) };
  const words = questionInWords(whole as unknown as Question, {
    entity: (id) => ({ name: names.entity(id), type: entityTypeId("thing") }),
    relationLabel: names.relation,
    sourceTitle: names.source,
  });
  return `${asked.ask === "pattern" ? drawn(words) : words}.`;
}

/** A pattern in the letters of print, which are read alike: "person –member-of→ organization". Its arrows stay on one line. */
function drawn(pattern: string): string {
  return pattern.replaceAll(/<-(\S+?)-(?=\s)/gu, "←\u2060$1\u2060–").replaceAll(/-(\S+?)->/gu, "–\u2060$1\u2060→");
}

function withoutNothing(asked: Asked): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

/** Everything that the boxes of a form hold, with the names under which it was chosen. */
export function picksIn({ from, to, center, entities, pattern, chips }: QuestionForm): readonly { id: string; name: string }[] {
  const held = [from, to, center, entities, ...pattern.nodes, ...chips.map((chip) => chip.held)];
  const picked: readonly Picked[] = held.flatMap((one) => kept(one).picked);
  return picked.filter(({ is }) => is === "entity").map(({ id, text }) => ({ id, name: text }));
}
