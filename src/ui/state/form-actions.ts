import type { PathKind } from "../../query/question.ts";
import type { Ask, FieldName } from "../../query/question-field.ts";
import type { Asked } from "./asked.ts";
import { askedOf } from "./asked.ts";
import type { Chip } from "./chip.ts";
import type { End } from "./end.ts";
import { formProblems } from "./form-problems.ts";
import { isEmpty } from "./held.ts";
import type { PageEnv } from "./page-env.ts";
import type { Problems } from "./page-state.ts";
import {
  addChip,
  type EndName,
  emptyForm,
  endsOf,
  type QuestionForm,
  removeChip,
  setChip,
  setKind,
  switchAsk,
} from "./question-form.ts";

/** Filling in a question. `ask` sends it off. */
export function formActions({ store }: Pick<PageEnv, "store">, ask: (asked: Asked) => Promise<void>) {
  const change = (step: (form: QuestionForm) => QuestionForm) => store.setState(({ form }) => ({ form: step(form) }));

  /** Looks whether the conditions can be asked, and says so beside each. */
  async function checkForm(): Promise<Problems> {
    const { form } = store.getState();
    const problems = await formProblems(form);
    if (store.getState().form === form) store.setState({ problems });
    return problems;
  }

  /** Asks what the form says; false while it says too little, or something that can't be asked. */
  async function askForm(): Promise<boolean> {
    const question = askedOf(store.getState().form);
    if (question === null || Object.keys(await checkForm()).length > 0) return false;
    void ask(question);
    return true;
  }

  return {
    setForm: (part: Partial<QuestionForm>) => change((form) => ({ ...form, ...part })),
    checkForm,
    askForm,
    switchAsk: (to: Ask) => change((form) => switchAsk(form, to)),
    setKind: (kind: PathKind) => change((form) => setKind(form, kind)),
    addChip: (name: FieldName) => change((form) => addChip(form, name)),
    removeChip: (name: FieldName) => {
      change((form) => removeChip(form, name));
      forget(name);
    },
    setChip: (name: FieldName, part: Partial<Pick<Chip, "text" | "held">>) => {
      change((form) => setChip(form, name, part));
      forget(name);
    },
    swap: () => change((form) => ({ ...form, from: form.to, to: form.from })),
    /** An end from the inspector; asks at once when the other is there. */
    startAt: (which: "from" | "to", end: End) => {
      const other = which === "from" ? "to" : "from";
      const { form } = store.getState();
      const begun = form.ask === "path" || form.ask === "bearing" ? form : { ...emptyForm, chips: form.chips };
      store.setState({ form: { ...begun, [which]: { picked: [], typed: end } }, rightTab: "paths" });
      if (!isEmpty(begun[other])) void askForm();
    },
    /** Another question of entities that are chosen; asks at once when that is enough. */
    startWith: (to: Ask, ends: readonly { readonly id: string; readonly text: string }[]) => {
      const held = { picked: ends.map((end) => ({ is: "entity", ...end }) as const), typed: { text: "", id: null } };
      const boxes: Partial<Record<EndName, typeof held>> = Object.fromEntries(endsOf[to].map((box) => [box, held]));
      store.setState({ form: switchAsk({ ...emptyForm, ...boxes }, to), rightTab: "paths" });
      void askForm();
    },
  };

  function forget(name: FieldName): void {
    const { [name]: _, ...problems } = store.getState().problems;
    store.setState({ problems });
  }
}
