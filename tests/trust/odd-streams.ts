export interface OddStream {
  readonly what: string;
  readonly bytes: string;
  /** Answers with 200 at most: what stands behind the mark of another request must not be taken for one. */
  readonly most: number;
}

/** Bytes that two readers of HTTP would read differently, or that are none. Each ends the connection, or asks for its end. */
export function oddStreams(host: string, token: string): readonly OddStream[] {
  const own = `Host: ${host}\r\nAuthorization: Bearer ${token}\r\n`;
  const end = "Connection: close\r\n";
  const hidden = `GET /api/case HTTP/1.1\r\n${own}${end}\r\n`;
  const post = (headers: string, body: string) =>
    `POST /api/path HTTP/1.1\r\n${own}Content-Type: application/json\r\n${headers}\r\n${body}`;
  const get = (more: string) => `GET /api/stats HTTP/1.1\r\n${own}${more}${end}\r\n`;
  const none = (what: string, bytes: string): OddStream => ({ what, bytes, most: 0 });
  const one = (what: string, bytes: string): OddStream => ({ what, bytes, most: 1 });
  return [
    none("a length and pieces", post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", `0\r\n\r\n${hidden}`)),
    none("pieces and a length", post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", `0\r\n\r\n${hidden}`)),
    none("two lengths", post("Content-Length: 0\r\nContent-Length: 5\r\n", hidden)),
    none("lengths in a list", post("Content-Length: 0, 5\r\n", hidden)),
    none("a length with a sign", post("Content-Length: +0\r\n", hidden)),
    none("a length in hexadecimal", post("Content-Length: 0x0\r\n", hidden)),
    none("a length beyond numbers", post(`Content-Length: ${"9".repeat(40)}\r\n`, hidden)),
    none("a length below nothing", post("Content-Length: -1\r\n", hidden)),
    none("an encoding that is none", post("Transfer-Encoding: xchunked\r\n", `0\r\n\r\n${hidden}`)),
    none("an encoding after a tab", post("Transfer-Encoding:\tchunked\r\nContent-Length: 0\r\n", `0\r\n\r\n${hidden}`)),
    none("an encoding before a blank", post("Transfer-Encoding : chunked\r\n", `0\r\n\r\n${hidden}`)),
    none("two encodings", post("Transfer-Encoding: chunked, identity\r\n", `0\r\n\r\n${hidden}`)),
    none("a piece of no length", post("Transfer-Encoding: chunked\r\n", `zz\r\n{}\r\n0\r\n\r\n${hidden}`)),
    none("a piece that is longer than it says", post("Transfer-Encoding: chunked\r\n", `1\r\n{}\r\n0\r\n\r\n${hidden}`)),
    none("a piece beyond numbers", post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n{}")),
    none("a piece with a long extension", post("Transfer-Encoding: chunked\r\n", `1;${"x".repeat(100_000)}\r\n{\r\n0\r\n\r\n`)),
    none("lines that end with LF", `GET /api/stats HTTP/1.1\n${own.replaceAll("\r", "")}Content-Length: x\n\n`),
    none("a folded header", get("X-Odd: a\r\n b\r\nHost: evil.example\r\n")),
    none("a NUL in a header", get("X-Odd: a\u0000b\r\n")),
    none("a CR in a header", get("X-Odd: a\rHost: evil.example\r\n")),
    none("a header without a name", get(": nothing\r\n")),
    none("a header without a colon", get("nothing\r\n")),
    none("headers without end", get(`X-Odd: ${"x".repeat(200_000)}\r\n`)),
    none("many headers", get("X-Odd: x\r\n".repeat(20_000))),
    none("a blank before the method", ` GET /api/stats HTTP/1.1\r\n${own}${end}\r\n`),
    none("a version that there is not", `GET /api/stats HTTP/9.9\r\n${own}${end}\r\n`),
    none("no version", "GET /api/stats\r\n\r\n"),
    none("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    none("TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"),
    none("a method that there is not", `HACK /api/stats HTTP/1.1\r\n${own}${end}\r\n`),
    none("TRACE", `TRACE /api/stats HTTP/1.1\r\n${own}${end}\r\n`),
    none("CONNECT", `CONNECT ${host} HTTP/1.1\r\n${own}${end}\r\n`),
    none("another host in the address", `GET http://evil.example/api/stats HTTP/1.1\r\n${own}${end}\r\n`),
    none("a star for an address", `OPTIONS * HTTP/1.1\r\n${own}${end}\r\n`),
    none(
      "a cookie of another port",
      `GET /api/stats HTTP/1.1\r\nHost: ${host}\r\nCookie: clew-1=${token}; clew-4747=x\r\n${end}\r\n`,
    ),
    none(
      "a cookie of 100,000 parts",
      `GET /api/stats HTTP/1.1\r\nHost: ${host}\r\nCookie: ${"a=b;".repeat(25_000)}\r\n${end}\r\n`,
    ),
    one("an upgrade to HTTP/2", get("Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n")),
    one(
      "an upgrade to a socket",
      get("Upgrade: websocket\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\nSec-WebSocket-Version: 13\r\n"),
    ),
    one("something expected that there is not", get("Expect: everything\r\n")),
    one("a body with a GET", `GET /api/stats HTTP/1.1\r\n${own}${end}Content-Length: ${hidden.length}\r\n\r\n${hidden}`),
    { what: "fifty requests at once", bytes: `GET /api/stats HTTP/1.1\r\n${own}\r\n`.repeat(50) + get(""), most: 51 },
    one(
      "a request behind one that is refused",
      `POST /api/path HTTP/1.1\r\nHost: evil.example\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
    ),
  ];
}
