import type { LayoutTask, Places } from "./layout/layout-task.ts";
import { layoutScript } from "./layout-script.ts";
import type { LayoutNews } from "./layout-worker.ts";

interface Heard {
  readonly meanwhile: (places: Places) => void;
  readonly done: (places: Places) => void;
}

/** Layouts one at a time in a worker, which is kept between them. */
export class LayoutRunner {
  private worker: Worker | null = null;
  private busy = false;

  /** Starts a task; one that is still running is dropped, and nothing more is heard of it. */
  start(task: LayoutTask, heard: Heard): void {
    this.stop();
    this.worker ??= new Worker(layoutScript(), { type: "module" });
    this.busy = true;
    this.worker.onmessage = ({ data }: MessageEvent<LayoutNews>) => {
      if (data.kind === "done") this.busy = false;
      heard[data.kind](data.places);
    };
    this.worker.onerror = () => {
      this.stop();
      void withoutWorker(task).then(heard.done);
    };
    this.worker.postMessage(task);
  }

  stop(): void {
    if (!this.busy) return;
    this.worker?.terminate();
    this.worker = null;
    this.busy = false;
  }

  /** Lets the worker go for good. */
  end(): void {
    this.busy = true;
    this.stop();
  }
}

/** Where no worker can be started the page stands still for a moment instead. */
async function withoutWorker(task: LayoutTask): Promise<Places> {
  const { arrange } = await import("./layout/arrange.ts");
  return arrange(task);
}
