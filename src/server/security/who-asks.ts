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
 * Whether the request comes from somebody who has logged in or holds the token. A wrong token is refused
 * even beside a good cookie: whoever sends one means it.
 */
export function isKnown(headers: Headers, sessions: Sessions, port: number): boolean {
  const authorization = headers.get("authorization");
  if (authorization !== null) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    return token !== undefined && sessions.isToken(token);
  }
  return cookiesNamed(headers.get("cookie") ?? "", cookieName(port)).some((value) => sessions.isSession(value));
}

function cookiesNamed(header: string, name: string): string[] {
  return header
    .split(";", 64)
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
