import type { EntityId, LinkId } from "../../base/ids.ts";
import type { SceneEdge } from "../../view/scene.ts";
import type { DrawnScene } from "./graph-of-scene.ts";
import { sayEntity, sayLink } from "./say.ts";
import { type Direction, linksAt, nearestInDirection, stepAround } from "./walk.ts";

/** Where the keyboard stands: an entity, and one of its links while those are read. */
export interface KeyboardFocus {
  readonly entity: EntityId;
  readonly link: LinkId | null;
}

export interface KeyboardActions {
  readonly drawn: () => DrawnScene;
  readonly focus: () => KeyboardFocus | null;
  /** Shows where the keyboard stands, and keeps it in view. */
  readonly setFocus: (focus: KeyboardFocus) => void;
  readonly say: (words: string) => void;
  readonly selectEntity: (id: EntityId, options: { readonly add: boolean }) => void;
  readonly selectLink: (id: LinkId) => void;
  readonly openEntity: (id: EntityId) => void;
}

const arrows: ReadonlyMap<string, Direction> = new Map([
  ["ArrowUp", "up"],
  ["ArrowDown", "down"],
  ["ArrowLeft", "left"],
  ["ArrowRight", "right"],
]);

/** What the keys do, told to whoever comes to the canvas. */
export const keyboardHelp =
  "Arrow keys move to the nearest entity. Right and left square bracket read its links, Space goes to the other end. Enter selects; Enter again opens.";

/** Handles a key of the canvas; true when it was one of its own. Esc is the page's. */
export function onCanvasKey(event: KeyboardEvent, actions: KeyboardActions): boolean {
  if (actions.drawn().nodes.length === 0 || (event.altKey && event.key !== "[" && event.key !== "]")) return false;
  const direction = arrows.get(event.key);
  if (direction !== undefined && !event.ctrlKey && !event.metaKey) move(direction, actions);
  else if (event.key === "]") readLink(1, actions);
  else if (event.key === "[") readLink(-1, actions);
  else if (event.key === " ") crossLink(actions);
  else if (event.key === "Enter") choose(event, actions);
  else return false;
  return true;
}

/** Says where the keyboard stands, and stands somewhere first: on what is selected, else on the most linked. */
export function arrive(actions: KeyboardActions): void {
  const { nodes } = actions.drawn();
  const known = actions.focus();
  const start =
    nodes.find(({ node }) => node.selected) ??
    nodes.reduce((most, item) => (item.node.size > most.node.size ? item : most), nodes[0] as (typeof nodes)[0]);
  if (start === undefined) {
    actions.say("No entity is shown.");
    return;
  }
  goTo(known?.entity ?? start.node.id, actions);
}

function goTo(entity: EntityId, actions: KeyboardActions): void {
  const { byEntity, scene } = actions.drawn();
  const item = byEntity.get(entity);
  if (item === undefined) return;
  actions.setFocus({ entity, link: null });
  actions.say(sayEntity(item.node, linksAt(entity, scene.edges).length));
}

function move(direction: Direction, actions: KeyboardActions): void {
  const { byEntity, nodes } = actions.drawn();
  const at = byEntity.get(actions.focus()?.entity as EntityId);
  if (at === undefined) {
    arrive(actions);
    return;
  }
  const stands = nodes.map(({ node, look }) => ({ id: node.id, x: look.x, y: look.y }));
  const next = nearestInDirection({ id: at.node.id, x: at.look.x, y: at.look.y }, stands, direction);
  if (next === null) actions.say("Nothing further that way.");
  else goTo(next, actions);
}

function readLink(step: 1 | -1, actions: KeyboardActions): void {
  const focus = actions.focus();
  if (focus === null) {
    arrive(actions);
    return;
  }
  const links = linksAt(focus.entity, actions.drawn().scene.edges);
  const known = links.findIndex(({ id }) => id === focus.link);
  const at = stepAround(links.length, known === -1 ? null : known, step);
  const link = at === null ? undefined : links[at];
  if (at === null || link === undefined) {
    actions.say("No links.");
    return;
  }
  actions.setFocus({ entity: focus.entity, link: link.id });
  actions.say(sayLink(link, { ...namesOf(link, actions), place: at + 1, of: links.length }));
}

function namesOf({ from, to }: SceneEdge, { drawn }: KeyboardActions): { from: string; to: string } {
  const name = (id: EntityId) => drawn().byEntity.get(id)?.node.label ?? id;
  return { from: name(from), to: name(to) };
}

function focusedLink(actions: KeyboardActions): SceneEdge | undefined {
  const link = actions.focus()?.link ?? null;
  return link === null ? undefined : actions.drawn().scene.edges.find(({ id }) => id === link);
}

function crossLink(actions: KeyboardActions): void {
  const focus = actions.focus();
  const link = focusedLink(actions);
  if (focus === null || link === undefined) {
    readLink(1, actions);
    return;
  }
  goTo(link.from === focus.entity ? link.to : link.from, actions);
}

function choose(event: KeyboardEvent, actions: KeyboardActions): void {
  const focus = actions.focus();
  if (focus === null) {
    arrive(actions);
    return;
  }
  const link = focusedLink(actions);
  if (link !== undefined) {
    actions.selectLink(link.id);
    return;
  }
  const node = actions.drawn().byEntity.get(focus.entity)?.node;
  if (node?.selected === true && !event.shiftKey) {
    actions.openEntity(focus.entity);
    return;
  }
  actions.selectEntity(focus.entity, { add: event.shiftKey });
}
