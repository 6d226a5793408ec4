import type { AskedPath } from "../../case/asked-question.ts";
import { standings } from "../../claims/standing.ts";
import { directions } from "../../graph/conditions.ts";

/** What the address bar keeps after the `#`: ids only, so that a link to a view says nothing to who cannot open the case. */
export interface Fragment {
  readonly entity: string | null;
  readonly link: string | null;
  readonly path: AskedPath | null;
}

export const emptyFragment: Fragment = { entity: null, link: null, path: null };

export function writeFragment({ entity, link, path }: Fragment): string {
  const shown: Pairs = link !== null ? [["link", link]] : entity !== null ? [["entity", entity]] : [];
  return new URLSearchParams([...(path === null ? [] : pathPairs(path)), ...shown].map((pair) => [...pair])).toString();
}

type Pairs = readonly (readonly [key: string, value: string])[];

function pathPairs(path: AskedPath): Pairs {
  const each = (key: string, ids: readonly string[] = []): Pairs => ids.map((id) => [key, id] as const);
  return [
    ...each("from", ends(path.from)),
    ...each("to", ends(path.to)),
    ...each("standing", path.standing == null ? [] : [path.standing]),
    ...each("hops", path.maxHops == null ? [] : [String(path.maxHops)]),
    ...each("direction", path.direction === undefined || path.direction === "any" ? [] : [path.direction]),
    ...each("relation", path.relations),
    ...each("via", path.via),
    ...each("avoid", path.avoid),
    ...each("without", path.notSources),
    ...each("denied", path.includeDenied === true ? ["1"] : []),
  ];
}

/** Reads what `writeFragment` wrote; what it does not know, or what is out of range, is left out. */
export function readFragment(hash: string): Fragment {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  return { entity: params.get("entity") || null, link: params.get("link") || null, path: readPath(params) };
}

function readPath(params: URLSearchParams): AskedPath | null {
  const [from, to] = [filled(params, "from"), filled(params, "to")];
  if (from.length === 0 || to.length === 0) return null;
  const standing = standings.find((one) => one === params.get("standing"));
  const direction = directions.find((one) => one === params.get("direction"));
  const hops = Number(params.get("hops") ?? Number.NaN);
  return {
    from,
    to,
    ...(standing === undefined ? {} : { standing }),
    ...(Number.isSafeInteger(hops) && hops >= 0 ? { maxHops: hops } : {}),
    ...(direction === undefined ? {} : { direction }),
    ...given("relations", filled(params, "relation")),
    ...given("via", filled(params, "via")),
    ...given("avoid", filled(params, "avoid")),
    ...given("notSources", filled(params, "without")),
    ...(params.get("denied") === "1" ? { includeDenied: true } : {}),
  };
}

function filled(params: URLSearchParams, key: string): string[] {
  return params.getAll(key).filter((id) => id !== "");
}

function given<K extends string>(key: K, ids: string[]): { readonly [key in K]?: string[] } {
  return ids.length === 0 ? {} : ({ [key]: ids } as { [key in K]?: string[] });
}

function ends(end: string | readonly string[]): readonly string[] {
  return typeof end === "string" ? [end] : end;
}
