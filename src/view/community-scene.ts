import { entityId, entityTypeId, linkId } from "../base/ids.ts";
import { type Ontology, typeOf } from "../claims/ontology.ts";
import { type Standing, standings } from "../claims/standing.ts";
import { lineForms, type Scene, type SceneEdge, type SceneNode } from "./scene.ts";

/** Communities and how they are joined, as a case gives them; the largest first. */
export interface CommunityGraph {
  readonly largest: readonly {
    readonly id: string;
    readonly entities: number;
    readonly members: readonly { readonly name: string }[];
    readonly types: readonly { readonly type: string; readonly entities: number }[];
  }[];
  /** Most links first. */
  readonly bundles: readonly {
    readonly a: string;
    readonly b: string;
    readonly links: number;
    readonly standings: readonly { readonly standing: Standing; readonly links: number }[];
  }[];
}

interface SceneOptions {
  readonly ontology: Ontology;
  readonly theme: "light" | "dark";
}

/** Radii in pixels at zoom 1; the area grows with the entities. */
const radii = { smallest: 13, largest: 34 };
const widths = { thinnest: 1, thickest: 6.5 };
/** Of each community its strongest bundles are drawn: all of them would be a ball of wool. */
const bundlesEach = 2;
const longestName = 22;

/**
 * Communities as nodes, in the colour of their most frequent type and under the name of their most linked; bundles of links as
 * lines, as thick as they are many, dashed as the standing of most of them is. Linear in communities and bundles.
 */
export function communityScene({ largest, bundles }: CommunityGraph, { ontology, theme }: SceneOptions): Scene {
  const most = Math.max(1, ...largest.map(({ entities }) => entities));
  const thickest = Math.max(1, ...bundles.map(({ links }) => links));
  return {
    nodes: largest.map((community) => communityNode(community, { ontology, theme, most })),
    edges: strongest(bundles).map((bundle) => bundleEdge(bundle, thickest)),
  };
}

/** The id under which a community stands in the scene: an entity may have the community's own. */
export function communityNodeId(id: string): SceneNode["id"] {
  return entityId(`community ${id}`);
}

type Community = CommunityGraph["largest"][number];
type Bundle = CommunityGraph["bundles"][number];

function communityNode({ id, entities, members, types }: Community, given: SceneOptions & { readonly most: number }): SceneNode {
  const kind = typeOf(given.ontology, entityTypeId(types[0]?.type ?? "thing"));
  const many = entities.toLocaleString("en");
  return {
    id: communityNodeId(id),
    type: kind.id,
    typeLabel: `Community of ${many}, mostly ${kind.plural.toLowerCase()}`,
    label: `${shortened(members[0]?.name ?? id)} · ${many}`,
    shape: "disc",
    icon: "waypoints",
    color: kind.color[given.theme],
    size: radii.smallest + (radii.largest - radii.smallest) * Math.sqrt(entities / given.most),
    emphasis: "plain",
    selected: false,
  };
}

function bundleEdge({ a, b, links, standings: counts }: Bundle, thickest: number): SceneEdge {
  const standing = mostly(counts);
  return {
    id: linkId(`bundle ${a} ${b}`),
    from: communityNodeId(a),
    to: communityNodeId(b),
    label: `${links.toLocaleString("en")} ${links === 1 ? "link" : "links"}`,
    standing,
    form: {
      ...lineForms[standing],
      mark: "",
      width: widths.thinnest + (widths.thickest - widths.thinnest) * Math.sqrt(links / thickest),
    },
    arrow: false,
    bend: 0,
    emphasis: "plain",
    selected: false,
  };
}

/** The standing that most of the links have, the stronger of equals. */
function mostly(counts: Bundle["standings"]): Standing {
  const links = (standing: Standing) => counts.find((each) => each.standing === standing)?.links ?? 0;
  return standings.reduce((best, standing) => (links(standing) > links(best) ? standing : best));
}

function strongest(bundles: readonly Bundle[]): Bundle[] {
  const drawn = new Map<string, number>();
  return bundles.filter(({ a, b }) => {
    const [ofA, ofB] = [drawn.get(a) ?? 0, drawn.get(b) ?? 0];
    if (ofA >= bundlesEach && ofB >= bundlesEach) return false;
    drawn.set(a, ofA + 1);
    drawn.set(b, ofB + 1);
    return true;
  });
}

function shortened(name: string): string {
  const letters = Array.from(name);
  return letters.length <= longestName ? name : `${letters.slice(0, longestName - 1).join("")}…`;
}
