/** What a page of another site is told: whom to attack, with what, and where it says what it read. */
export interface Target {
  readonly origin: string;
  /** Addresses that give something of the case. */
  readonly reads: readonly string[];
  /** Calls that change the case, as whoever has a session makes them. */
  readonly writes: readonly { readonly method: string; readonly path: string; readonly body: string }[];
}

/** How many attempts were made, and every text of the target that one of them got to see. */
export interface Loot {
  readonly attempts: number;
  readonly read: readonly string[];
}

/**
 * For a page of another site to run, by itself: every way in which a page asks something of another origin, and what it can see of the
 * answer. Stands alone, since it is sent to the browser as it is.
 */
export async function attack({ origin, reads, writes }: Target): Promise<Loot> {
  const read: string[] = [];
  let attempts = 0;
  const seen = (how: string, what: unknown) => {
    if (typeof what === "string" && what !== "") read.push(`${how}: ${what.slice(0, 80)}`);
  };
  const soon = (ms: number) => new Promise<undefined>((done) => setTimeout(() => done(undefined), ms));
  const tries: Promise<void>[] = [];
  const attempt = (how: string, go: () => unknown) => {
    attempts++;
    const tried = (async () => {
      try {
        seen(how, await Promise.race([go(), soon(20_000)]));
      } catch {
        // Refused by the browser or the server: so it should be.
      }
    })();
    tries.push(tried);
    return tried;
  };

  const modes = ["cors", "no-cors", "same-origin", "navigate"] as const;
  const types = ["text/plain", "application/json", "application/x-www-form-urlencoded", "application/octet-stream"];
  const fetched = (path: string, init: RequestInit) => fetch(origin + path, init).then((answer) => answer.text());
  const byFetch = () => {
    for (const mode of modes)
      for (const credentials of ["include", "omit"] as const)
        for (const path of reads) attempt(`fetch ${mode} ${path}`, () => fetched(path, { mode, credentials }));
    for (const mode of modes)
      for (const { method, path, body } of writes)
        for (const type of types)
          attempt(`fetch ${mode} ${method} ${path} ${type}`, () =>
            fetched(path, { method, mode, credentials: "include", headers: { "Content-Type": type }, body, keepalive: true }),
          );
    for (const method of ["OPTIONS", "HEAD", "PATCH", "DELETE"])
      for (const path of reads) attempt(`fetch ${method} ${path}`, () => fetched(path, { method, credentials: "include" }));
    for (const path of reads)
      for (const redirect of ["follow", "manual", "error"] as const)
        attempt(`fetch ${redirect} ${path}`, () => fetched(path, { redirect, credentials: "include", headers: { Range: "bytes=0-9" } }));
  };

  const byRequest = () => {
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
    for (const { path, body } of writes)
      for (const type of types) attempt(`sendBeacon ${path}`, () => void navigator.sendBeacon(origin + path, new Blob([body], { type })));
  };

  const place = <Name extends keyof HTMLElementTagNameMap>(name: Name, given: Readonly<Record<string, string>>) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(given)) element.setAttribute(key, value);
    document.body.append(element);
    return element;
  };
  /** Says so when the element took what came: then it could be measured, or ran. */
  const loaded = (element: HTMLElement) =>
    new Promise<string>((done) => {
      element.onload = () => done("it loaded");
      element.onerror = () => done("");
      element.onloadedmetadata = () => done("it loaded");
    });
  const byElement = () => {
    for (const path of reads) {
      const address = origin + path;
      for (const crossorigin of [{}, { crossorigin: "use-credentials" }] as const) {
        attempt(`img ${path}`, () => loaded(place("img", { ...crossorigin, src: address })));
        attempt(`script ${path}`, () => loaded(place("script", { ...crossorigin, src: address })));
        attempt(`module ${path}`, () => loaded(place("script", { ...crossorigin, src: address, type: "module" })));
        attempt(`stylesheet ${path}`, () => loaded(place("link", { ...crossorigin, rel: "stylesheet", href: address })));
        attempt(`preload ${path}`, () => loaded(place("link", { ...crossorigin, rel: "preload", as: "fetch", href: address })));
        attempt(`video ${path}`, () => loaded(place("video", { ...crossorigin, src: address })));
      }
      attempt(`object ${path}`, () => loaded(place("object", { data: address })));
      attempt(`embed ${path}`, () => Promise.race([loaded(place("embed", { src: address })), soon(300)]).then(() => ""));
      attempt(`import ${path}`, () => {
        const script = place("script", { type: "module" });
        script.textContent = `import(${JSON.stringify(address)}).then(() => dispatchEvent(new Event(${JSON.stringify(address)})))`;
        return new Promise((done) => addEventListener(address, () => done("it was imported"), { once: true }));
      });
      attempt(`worker ${path}`, () => new Worker(address) && "a worker started");
      attempt(`service worker ${path}`, () => navigator.serviceWorker.register(address).then(() => "a service worker came in"));
      attempt(`frame ${path}`, async () => {
        const frame = place("iframe", { src: address });
        await Promise.race([new Promise((done) => frame.addEventListener("load", done)), soon(1_500)]);
        return frame.contentDocument?.body.textContent ?? frame.contentWindow?.document.body.textContent;
      });
    }
  };

  const bySocket = () => {
    for (const path of reads) {
      attempt(`EventSource ${path}`, () => {
        const source = new EventSource(origin + path, { withCredentials: true });
        return new Promise((done) => {
          source.onmessage = ({ data }) => done(String(data));
          source.onopen = () => done("it opened");
          source.onerror = () => done("");
        }).finally(() => source.close());
      });
      attempt(`WebSocket ${path}`, () => {
        const socket = new WebSocket(origin.replace(/^http/, "ws") + path);
        return new Promise((done) => {
          socket.onopen = () => done("it opened");
          socket.onmessage = ({ data }) => done(String(data));
          socket.onerror = () => done("");
        }).finally(() => socket.close());
      });
    }
  };

  const byForm = () => {
    for (const enctype of ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"])
      for (const { path, body } of writes)
        for (const method of ["post", "get"])
          attempt(`form ${method} ${enctype} ${path}`, async () => {
            const name = `frame-${attempts}`;
            const frame = place("iframe", { name });
            const form = place("form", { action: origin + path, method, enctype, target: name });
            const field = document.createElement("input");
            // Sent as text, `name=value` is the body: JSON with the mark inside a field that nobody reads.
            [field.name, field.value] = [`${body.slice(0, -1)},"x":"`, '"}'];
            form.append(field);
            const came = new Promise((done) => frame.addEventListener("load", done, { once: true }));
            form.submit();
            await Promise.race([came, soon(3_000)]);
            return frame.contentDocument?.body.textContent;
          });
  };

  const byWindow = async () => {
    for (const path of ["/", ...reads.slice(0, 3)])
      await attempt(`window ${path}`, async () => {
        const opened = window.open(origin + path, "_blank");
        if (opened === null) return "";
        await soon(500);
        const words = (() => {
          try {
            return opened.document.body.textContent;
          } catch {
            return "";
          }
        })();
        opened.postMessage({ give: "everything" }, "*");
        opened.close();
        return words;
      });
  };

  for (const way of [byFetch, byRequest, bySocket, byElement, byForm]) {
    way();
    await Promise.all(tries);
  }
  await byWindow();
  return { attempts, read };
}
