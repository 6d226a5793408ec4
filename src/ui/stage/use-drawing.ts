import { useCallback, useMemo } from "react";
import type { EntityId, LinkId } from "../../base/ids.ts";
import { communityNodeId, communityScene } from "../../view/community-scene.ts";
import { type Legend, legendOf } from "../../view/legend.ts";
import type { Scene } from "../../view/scene.ts";
import { boardKey } from "../state/board.ts";
import { bundleWords } from "../state/overview-words.ts";
import { answerOf } from "../state/page-state.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { ontologyOf, sceneOf } from "./scene-of.ts";

/** `case`: the graph with the answer in it. `answer`: the answer alone. `overview`: the communities of a large case. */
export type Shows = "case" | "answer" | "overview";

interface Drawing {
  readonly scene: Scene;
  readonly legend: Legend;
  /** Which drawing it is. */
  readonly sheet: string;
}

const nothing: Scene = { nodes: [], edges: [] };

/** What the canvas draws of the page's state. */
export function useDrawing(shows: Shows, theme: "light" | "dark"): Drawing {
  const graph = usePage((state) => state.graph);
  const hidden = usePage((state) => state.hidden);
  const selected = usePage((state) => state.selected);
  const selectedLink = usePage((state) => state.selectedLink);
  const answer = usePage(answerOf);
  const shown = usePage(({ asked }) => (asked.state === "answered" ? asked.shown : -1));
  const view = usePage((state) => state.case);
  const communities = usePage((state) => state.overview?.communities ?? null);
  const board = usePage((state) => state.board);
  const scene = useMemo(() => {
    if (shows === "overview")
      return communities === null ? nothing : communityScene(communities, { ontology: ontologyOf(view), theme });
    return sceneOf({ graph, hidden, selected, selectedLink, answer, shown, isolated: shows === "answer", view, theme });
  }, [shows, communities, graph, hidden, selected, selectedLink, answer, shown, view, theme]);
  const legend = useMemo(
    () => (shows === "overview" ? { types: [], standings: [] } : legendOf(scene, ontologyOf(view))),
    [shows, scene, view],
  );
  const sheet = useMemo(
    () => (shows === "answer" ? `answer ${JSON.stringify(answer?.question ?? null)}` : boardKey(board)),
    [shows, answer, board],
  );
  return { scene, legend, sheet };
}

interface Meeting {
  readonly selectEntity: (id: EntityId, options?: { readonly add?: boolean }) => void;
  readonly selectLink: (id: LinkId) => void;
}

/** What a click means: on the overview a community opens and a line says what it stands for; else things are selected. */
export function useMeeting(shows: Shows): Meeting {
  const communities = usePage((state) => state.overview?.communities ?? null);
  const { selectEntity, selectLink, openPart, tell } = useActions();
  const open = useCallback(
    (id: EntityId) => {
      const community = communities?.largest.find((one) => communityNodeId(one.id) === id);
      if (community !== undefined) void openPart({ by: "community", of: community.id });
    },
    [communities, openPart],
  );
  const say = useCallback(
    (link: LinkId) => {
      const words = communities === null ? null : bundleWords(communities, link);
      if (words !== null) tell(words);
    },
    [communities, tell],
  );
  return shows === "overview" ? { selectEntity: open, selectLink: say } : { selectEntity, selectLink };
}
