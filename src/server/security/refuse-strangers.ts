/** What is looked at before anything else reads a request. Header names and values as they came. */
export interface RawRequest {
  readonly method: string;
  /** The request target. */
  readonly url: string;
  /** Name, value, name, value … */
  readonly rawHeaders: readonly string[];
}

export interface Refusal {
  readonly status: 400 | 403;
  readonly error: string;
}

/**
 * Why a request must not go on, or null. Host is compared as raw text with the few names that this server
 * has: a page whose own name was pointed at 127.0.0.1 (DNS rebinding) sends its own. Then the target must be a
 * plain path, so that whatever reads it later reads the same. Then the site: Sec-Fetch-Site
 * where the browser sends it, and Origin where it is there, must be ours or a person's own doing; another
 * port of this machine is another site's page too. Only opening the page itself from elsewhere is let through,
 * which carries no cookie (SameSite=Strict) and shows nothing without one.
 */
export function refusalOfStranger(request: RawRequest, port: number): Refusal | null {
  const hosts = valuesOf(request, "host");
  const host = hosts[0];
  if (hosts.length !== 1 || host === undefined || !ownHosts(port).includes(host))
    return { status: 403, error: `host: wanted 127.0.0.1:${port}, got another name for this server` };
  if (!isPlain(request.url))
    return { status: 400, error: "address: wanted a plain path, got one with dots, escapes or another host" };
  if (isFromElsewhere(request, host))
    return { status: 403, error: "site: wanted a request of Clew's own page, got another site's" };
  return null;
}

/** Names under which this server answers. */
export function ownHosts(port: number): readonly string[] {
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  return port === 80 ? [...names, "127.0.0.1", "localhost"] : names;
}

/** Segments of letters, digits, `_`, `~`, `-` and inner dots: no `..`, no `//`, nothing encoded, no other host. */
function isPlain(target: string): boolean {
  return /^\/(?:[\w~-][\w.~-]*\/)*(?:[\w~-][\w.~-]*)?(?:\?|$)/.test(target);
}

function isFromElsewhere(request: RawRequest, host: string): boolean {
  const origins = valuesOf(request, "origin");
  if (origins.some((origin) => origin !== `http://${host}`)) return true;
  const sites = valuesOf(request, "sec-fetch-site");
  return sites.some((site) => site !== "same-origin" && site !== "none") && !isOpeningThePage(request);
}

/** Somebody follows a link to the page: a top-level navigation, which cannot read what comes back. */
function isOpeningThePage(request: RawRequest): boolean {
  const only = (name: string) => valuesOf(request, name).join(",");
  return (
    request.method === "GET" &&
    !request.url.startsWith("/api") &&
    only("sec-fetch-mode") === "navigate" &&
    only("sec-fetch-dest") === "document"
  );
}

function valuesOf({ rawHeaders }: RawRequest, name: string): string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
}
