import { Agent, request } from "node:http";

export interface HttpAnswer {
  /** 0 when there was no answer. */
  readonly status: number;
  /** From the first byte sent to the last one read. */
  readonly ms: number;
  readonly text: string;
}

/** One client on one connection that is kept open: the next request goes out once the last was answered. */
export class HttpClient {
  readonly #origin: string;
  readonly #token: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(origin: string, token: string) {
    this.#origin = origin;
    this.#token = token;
  }

  get(path: string): Promise<HttpAnswer> {
    return this.#send("GET", path, null);
  }

  send(method: "POST" | "PUT", path: string, body: object | string): Promise<HttpAnswer> {
    return this.#send(method, path, body);
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(method: string, path: string, body: object | string | null): Promise<HttpAnswer> {
    const bytes = body === null ? null : Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
    const type = typeof body === "string" ? "application/octet-stream" : "application/json";
    const headers = {
      Authorization: `Bearer ${this.#token}`,
      ...(bytes === null ? {} : { "Content-Type": type, "Content-Length": bytes.length }),
    };
    const started = performance.now();
    return new Promise((settle) => {
      const done = (status: number, text: string) => settle({ status, text, ms: performance.now() - started });
      const sent = request(`${this.#origin}${path}`, { method, headers, agent: this.#agent }, (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.once("end", () => done(response.statusCode ?? 0, Buffer.concat(pieces).toString("utf8")));
        response.once("error", (error) => done(0, error.message));
      });
      sent.once("error", (error) => done(0, error.message));
      sent.end(bytes);
    });
  }
}
