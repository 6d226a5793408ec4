import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { launchPage } from "./launch-page.ts";

const servers: Server[] = [];
afterAll(() => servers.map((server) => server.close()));

async function serve(page: (elsewhere: number) => string, elsewhere = 0): Promise<number> {
  const server = createServer((_, response) => {
    response.setHeader("Content-Security-Policy", "img-src *; script-src 'unsafe-inline'; worker-src blob:; style-src 'self'");
    response.setHeader("Content-Type", "text/html");
    response.end(page(elsewhere));
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return (server.address() as AddressInfo).port;
}

test("the log of a browser names whatever a page asks of another port, and whatever goes wrong on it", async () => {
  const other = await serve(() => "");
  const port = await serve(
    (elsewhere) => `<link rel="icon" href="data:,"><img src="http://127.0.0.1:${elsewhere}/picture">
      <style>body { color: red }</style>
      <script>
        new WebSocket("ws://127.0.0.1:${elsewhere}/socket").onerror = () => {};
        navigator.sendBeacon("http://127.0.0.1:${elsewhere}/beacon", "words");
        new Worker(URL.createObjectURL(new Blob(["fetch('http://127.0.0.1:${elsewhere}/worker').catch(() => {})"])));
        setTimeout(() => alert("hello"));
        setTimeout(() => { throw new Error("a fault"); });
      </script>`,
    other,
  );
  const { strayRequests, faults, close } = await launchPage(`http://127.0.0.1:${port}/`);
  const asked = () => strayRequests.map((address) => new URL(address).pathname).sort();
  await expect.poll(asked).toEqual(["/beacon", "/picture", "/socket", "/worker"]);
  await expect
    .poll(() => faults.map((fault) => fault.split(":", 1)[0]).sort())
    .toEqual(expect.arrayContaining(["dialog", "error", "policy"]));
  await close();
});
