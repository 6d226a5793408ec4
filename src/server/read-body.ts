import type { IncomingMessage } from "node:http";
import type { MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";

/**
 * Reads the body before anything else does, and no further than the path's limit. A body that is announced as larger is
 * refused unread; one that comes in pieces is counted as it comes.
 */
export function readBody(maxBytesAt: (path: string) => number): MiddlewareHandler {
  return async (c, next) => {
    const maxBytes = maxBytesAt(c.req.path);
    // Before the body is touched: what is not is taken off the connection once the answer is out.
    if (Number(c.req.header("content-length") ?? 0) > maxBytes) throw tooMuch(maxBytes);
    if (c.req.raw.body !== null) {
      const bytes = await bytesOf(c.req.raw, maxBytes);
      // The cache holds promises, though its type says otherwise.
      Object.assign(c.req.bodyCache, { arrayBuffer: Promise.resolve(bytes) });
    }
    await next();
  };
}

async function bytesOf(request: Request, maxBytes: number): Promise<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > maxBytes) throw tooMuch(maxBytes);
    pieces.push(piece);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes.buffer;
}

function tooMuch(maxBytes: number): HTTPException {
  return new HTTPException(413, { message: `body: wanted at most ${maxBytes} bytes, got more` });
}

/**
 * What still comes of a body that nobody reads to its end is read and dropped: whoever asks next on the same connection would
 * wait behind it, and be cut off.
 */
export function dropRest(incoming: IncomingMessage): void {
  if (incoming.complete) return;
  // The stream that was made of it stops it again with each piece.
  incoming.removeAllListeners("data");
  incoming.resume();
}
