import { createServer, type RequestListener, STATUS_CODES } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { Limits } from "./limits.ts";
import { policyHeaders } from "./security/page-policy.ts";
import { refusalOfStranger } from "./security/refuse-strangers.ts";

export interface Listening {
  readonly port: number;
  /** From now on requests are answered, after a look at whom they come from. */
  serve(listener: RequestListener): void;
  /** No new connections; those that are answered end at once, the others after `settled` and the grace. */
  close(settled: Promise<void>): Promise<void>;
}

/** Listens on loopback, under the limits. Rejects with the system's error (EADDRINUSE) when the port is taken. */
export async function listen(port: number, limits: Limits): Promise<Listening> {
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: Math.min(limits.headersTimeoutMs, limits.requestTimeoutMs) / 5,
    // A request without Host is refused like one with a wrong Host, with the headers of every answer.
    requireHostHeader: false,
  });
  server.maxConnections = limits.connections;
  server.timeout = limits.idleTimeoutMs;
  await new Promise<void>((listening, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () => listening());
  });
  const { port: at } = server.address() as AddressInfo;
  const answering = new WeakMap<Duplex, { readonly headersSent: boolean }>();
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    // Told already: what still comes is read and dropped, so that the answer is not lost in a reset.
    if (socket.writableEnded) return;
    const begun = answering.get(socket)?.headersSent === true;
    if (error.code === "ECONNRESET" || begun || !socket.writable) socket.destroy();
    else endWith(socket, statusOfClientError(error), limits.graceMs);
  });
  return {
    port: at,
    serve: (listener) => {
      const guarded: RequestListener = (request, response) => {
        answering.set(request.socket, response);
        for (const [name, value] of Object.entries(policyHeaders)) response.setHeader(name, value);
        if (!server.listening) response.setHeader("Connection", "close");
        const { method = "", url = "", rawHeaders } = request;
        const refusal = refusalOfStranger({ method, url, rawHeaders }, at);
        if (refusal === null) return listener(request, response);
        response.writeHead(refusal.status, { "Content-Type": "application/json", Connection: "close" });
        response.end(JSON.stringify({ error: refusal.error, candidates: [] }));
      };
      server.on("request", guarded);
      server.on("checkExpectation", guarded);
    },
    close: async (settled) => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      await settled;
      const late = setTimeout(() => server.closeAllConnections(), limits.graceMs);
      await closed;
      clearTimeout(late);
    },
  };
}

/** What Node refuses before it is a request. */
function statusOfClientError({ code }: NodeJS.ErrnoException): number {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return 408;
  if (code === "HPE_HEADER_OVERFLOW") return 431;
  return code === "HPE_CHUNK_EXTENSIONS_OVERFLOW" ? 413 : 400;
}

function endWith(socket: Duplex, status: number, graceMs: number): void {
  const body = JSON.stringify({ error: `request: ${(STATUS_CODES[status] ?? "").toLowerCase()}`, candidates: [] });
  const headers = Object.entries({
    ...policyHeaders,
    "Content-Type": "application/json",
    "Content-Length": String(Buffer.byteLength(body)),
    Connection: "close",
  });
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...headers.map(([name, value]) => `${name}: ${value}`)];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
  setTimeout(() => socket.destroy(), graceMs).unref();
}
