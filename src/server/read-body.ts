import type { MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";

/**
 * Reads the body before anything else does, and no further than the path's limit. A body that is announced as larger is
 * refused unread; one that comes in pieces is counted as it comes.
 */
export function readBody(maxBytesAt: (path: string) => number): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.raw.body !== null) {
      const bytes = await bytesOf(c.req.raw, maxBytesAt(c.req.path));
      // The cache holds promises, though its type says otherwise.
      Object.assign(c.req.bodyCache, { arrayBuffer: Promise.resolve(bytes) });
    }
    await next();
  };
}

async function bytesOf(request: Request, maxBytes: number): Promise<ArrayBuffer> {
  // Made when it is needed: an error notes where it was made, which costs more than the rest.
  const tooMuch = () => new HTTPException(413, { message: `body: wanted at most ${maxBytes} bytes, got more` });
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooMuch();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > maxBytes) throw tooMuch();
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
