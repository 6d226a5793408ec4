import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createApi } from "../../../src/ui/state/api.ts";
import { createPage, type Page } from "../../../src/ui/state/create-page.ts";

export interface Answer {
  readonly status?: number;
  readonly body: unknown;
  readonly afterMs?: number;
}

/** The page's core against a server of its own that answers as the test says. */
export async function pageOf(
  answer: (path: string, body: unknown) => Answer,
): Promise<{ page: Page; stop: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const text = await textOf(request);
    const { status = 200, body, afterMs = 0 } = answer(request.url ?? "", text === "" ? null : JSON.parse(text));
    setTimeout(() => {
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(body));
    }, afterMs);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const timers = new Set<NodeJS.Timeout>();
  const page = createPage(
    createApi((input, init) => fetch(new URL(String(input), origin), init)),
    {
      theme: "system",
      rememberTheme: () => {},
      // A hundred times faster than a reader waits.
      later: (task, ms) => {
        const timer = setTimeout(task, ms / 100);
        timers.add(timer);
        return () => clearTimeout(timer);
      },
    },
  );
  const stop = () => {
    for (const timer of timers) clearTimeout(timer);
    server.closeAllConnections();
    return new Promise<void>((closed) => server.close(() => closed()));
  };
  return { page, stop };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}
