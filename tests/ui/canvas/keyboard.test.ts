import { describe, expect, test } from "vitest";
import { entityId } from "../../../src/base/ids.ts";
import { arrive, type KeyboardActions, type KeyboardFocus, onCanvasKey } from "../../../src/ui/canvas/keyboard.ts";
import type { SceneView } from "../../../src/view/build-scene.ts";
import { drawnAt } from "./drawn.ts";

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  ({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...more }) as KeyboardEvent;

/** Keys over `a` in the middle, `b` at its right, `c` above it; what was said and done is kept. */
function keyboard(view: Partial<SceneView> = {}) {
  const drawn = drawnAt("a>b:alleged c>a:stated:leads", { a: [0, 0], b: [100, 0], c: [0, 100] }, view);
  const said: string[] = [];
  const done: string[] = [];
  let focus: KeyboardFocus | null = null;
  const actions: KeyboardActions = {
    drawn: () => drawn,
    focus: () => focus,
    setFocus: (next) => {
      focus = next;
    },
    say: (words) => said.push(words),
    selectEntity: (id, { add }) => done.push(`select ${id}${add ? " too" : ""}`),
    selectLink: (id) => done.push(`link ${id}`),
    openEntity: (id) => done.push(`open ${id}`),
  };
  return {
    said,
    done,
    drawn,
    actions,
    press: (key: string, more?: Partial<KeyboardEvent>) => onCanvasKey(press(key, more), actions),
  };
}

describe("the canvas by keyboard", () => {
  test("whoever arrives hears the best linked entity", () => {
    const { said, actions } = keyboard();
    arrive(actions);
    expect(said).toEqual(["A, person, 2 links"]);
  });

  test("or the one that is selected", () => {
    const { said, actions } = keyboard({ selectedEntities: [entityId("b")] });
    arrive(actions);
    expect(said).toEqual(["B, person, 1 link, selected"]);
  });

  test("arrows go to the nearest that way, and say so where there is none", () => {
    const { said, actions, press: key } = keyboard();
    arrive(actions);
    key("ArrowRight");
    key("ArrowRight");
    key("ArrowLeft");
    key("ArrowUp");
    expect(said.slice(1)).toEqual(["B, person, 1 link", "Nothing further that way.", "A, person, 2 links", "C, person, 1 link"]);
  });

  test("brackets read the links, in their own direction whichever end one stands at", () => {
    const { said, actions, press: key } = keyboard();
    arrive(actions);
    key("]");
    key("]");
    key("]");
    key("[");
    expect(said.slice(1)).toEqual([
      "A knows B, alleged, 1 of 2",
      "C leads A, stated, 2 of 2",
      "A knows B, alleged, 1 of 2",
      "C leads A, stated, 2 of 2",
    ]);
  });

  test("Space goes to the other end of the link that is read", () => {
    const { said, actions, press: key } = keyboard();
    arrive(actions);
    key("[");
    key(" ");
    expect(said.at(-1)).toBe("C, person, 1 link");
  });

  test("Enter selects the entity, or the link that is read; Shift adds", () => {
    const { done, drawn, actions, press: key } = keyboard();
    arrive(actions);
    key("Enter");
    key("Enter", { shiftKey: true });
    key("]");
    key("Enter");
    expect(done).toEqual(["select a", "select a too", `link ${drawn.edges[0]?.edge.id}`]);
  });

  test("Enter on what is selected opens it", () => {
    const { done, actions, press: key } = keyboard({ selectedEntities: [entityId("a")] });
    arrive(actions);
    key("Enter");
    expect(done).toEqual(["open a"]);
  });

  test("other keys are left to the page", () => {
    const { press: key } = keyboard();
    expect(key("Escape")).toBe(false);
    expect(key("z", { ctrlKey: true })).toBe(false);
    expect(key("ArrowLeft", { altKey: true })).toBe(false);
    expect(key("ArrowLeft", { ctrlKey: true })).toBe(false);
    expect(key("ArrowLeft")).toBe(true);
  });

  test("brackets that are typed with Alt Gr count", () => {
    const { said, press: key } = keyboard();
    expect(key("]", { ctrlKey: true, altKey: true })).toBe(true);
    expect(said).toHaveLength(1);
  });
});
