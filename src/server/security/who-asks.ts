import type { Sessions } from "./sessions.ts";

/** Name of the session cookie. Cookies do not tell ports apart, so the port is in the name: two Clews do not fight. */
export function cookieName(port: number): string {
  return `clew-${port}`;
}

/** HttpOnly: no script reads it. Strict: no other site's page sends it. No age: it goes with the browser. */
export function sessionCookie(port: number, session: string): string {
  return `${cookieName(port)}=${session}; Path=/; HttpOnly; SameSite=Strict`;
}

/**
 * Who asks: "token" for who holds it, the digest of the session for who has logged in, null for anybody else. A wrong token is
 * refused even beside a good cookie: whoever sends one means it.
 */
export function askerOf(headers: Headers, sessions: Sessions, port: number): string | null {
  const authorization = headers.get("authorization");
  if (authorization !== null) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    return token !== undefined && sessions.isToken(token) ? "token" : null;
  }
  const sent = cookiesNamed(headers.get("cookie") ?? "", cookieName(port));
  return sent.map((value) => sessions.sessionOf(value)).find((session) => session !== null) ?? null;
}

export function isKnown(headers: Headers, sessions: Sessions, port: number): boolean {
  return askerOf(headers, sessions, port) !== null;
}

function cookiesNamed(header: string, name: string): string[] {
  return header
    .split(";", 64)
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
