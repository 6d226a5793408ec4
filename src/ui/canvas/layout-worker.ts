import { arrange } from "./layout/arrange.ts";
import type { LayoutTask, Places } from "./layout/layout-task.ts";

/** What the worker answers: places meanwhile, then the final ones. */
export interface LayoutNews {
  readonly kind: "meanwhile" | "done";
  readonly places: Places;
}

const showEveryMs = 350;

addEventListener("message", ({ data: task }: MessageEvent<LayoutTask>) => {
  let shown = performance.now();
  const tell = (news: LayoutNews) => postMessage(news);
  const places = arrange(task, (soFar) => {
    if (performance.now() - shown < showEveryMs) return;
    shown = performance.now();
    tell({ kind: "meanwhile", places: soFar });
  });
  tell({ kind: "done", places });
});
