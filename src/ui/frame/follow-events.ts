import { type Heard, heardOf } from "../state/heard.ts";
import { readEvents } from "../state/read-events.ts";

/** Name of the channel between tabs, and of the lock that the tab holds which listens for all. */
const name = "clew-events";
/** The server gives a sign of life every 15 s. */
const silenceMs = 45_000;
const firstWaitMs = 250;
const longestWaitMs = 4_000;

interface Following {
  /** What a tab does with what is heard, by itself or by another tab. */
  readonly hear: (heard: Heard) => void;
  /** The revision that this tab shows. */
  readonly seen: () => number;
}

/**
 * The server's events, heard once for all tabs: a browser opens six connections to a server at most, and an event stream holds
 * one. The tab that holds the lock listens and tells the others; when it is closed, the lock goes to another tab, which goes on
 * from the revision that it shows. A tab that comes later asks where things stand.
 */
export function followEvents({ hear, seen }: Following): void {
  const channel = new BroadcastChannel(name);
  let latest: Heard | null = null;
  channel.onmessage = ({ data }: MessageEvent<Heard | "where">) => {
    if (data !== "where") hear(data);
    else if (latest !== null) channel.postMessage(latest);
  };
  channel.postMessage("where");
  const tell = (heard: Heard) => {
    if (heard.kind === "change") latest = latest?.kind === "at" ? { ...latest, revision: heard.revision } : latest;
    else if (heard.kind !== "progress") latest = heard;
    channel.postMessage(heard);
    hear(heard);
  };
  void navigator.locks.request(name, () => listenForEver(tell, seen));
}

/** Listens again whenever it breaks off: at once the first time, then more and more slowly. */
async function listenForEver(tell: (heard: Heard) => void, seen: () => number): Promise<never> {
  let waitMs = 0;
  let known: number | null = null;
  for (;;) {
    let heardAny = false;
    const onHeard = (heard: Heard) => {
      heardAny = true;
      if (heard.kind === "at" || heard.kind === "change") known = heard.revision;
      tell(heard);
    };
    const ended = await listen(known ?? seen(), onHeard);
    if (ended === "signed-out") tell({ kind: "signed-out" });
    else if (ended === "lost" && !heardAny) tell({ kind: "gone", why: "lost" });
    waitMs = heardAny ? firstWaitMs : Math.min(Math.max(waitMs, firstWaitMs) * 2, longestWaitMs);
    await new Promise((wait) => setTimeout(wait, waitMs));
  }
}

/** One connection, from its first event to its end. Never rejects. */
async function listen(after: number, onHeard: (heard: Heard) => void): Promise<"lost" | "busy" | "signed-out"> {
  const silence = new AbortController();
  let watch: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(watch);
    watch = setTimeout(() => silence.abort(), silenceMs);
  };
  try {
    alive();
    const response = await fetch(`/api/events?after=${after}`, { credentials: "same-origin", signal: silence.signal });
    if (response.status === 401) return "signed-out";
    if (!response.ok || response.body === null) return "busy";
    for await (const { event, data } of readEvents(textOf(response.body, alive))) {
      const heard = heardOf(event, data);
      if (heard !== null) onHeard(heard);
    }
  } catch {
    // A broken connection: whoever called tries again.
  } finally {
    clearTimeout(watch);
  }
  return "lost";
}

async function* textOf(body: ReadableStream<Uint8Array<ArrayBuffer>>, alive: () => void): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    alive();
    yield value ?? "";
  }
}
