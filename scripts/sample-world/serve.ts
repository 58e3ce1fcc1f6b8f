import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import type { IncomingMessage, ServerResponse } from "node:http";
import { generate } from "selfsigned";
import type { SampleSite } from "./pages/page.ts";
import type { SampleService } from "./talk/index.ts";
import { passOn } from "./pass-on.ts";

export interface ServedPages {
  readonly port: number;
  close(): Promise<void>;
}

type SamplePages = ReadonlyMap<string, SampleSite>;

interface SampleSites {
  readonly pages: SamplePages;
  readonly services?: ReadonlyMap<string, SampleService>;
}

interface ServeOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Hosts answered by a server elsewhere on this machine: host → base address. */
  readonly upstreams?: Readonly<Record<string, string>>;
  /** Told of every request, for tests that count them. */
  readonly onRequest?: (host: string, path: string) => void;
}

/**
 * Serves the world's pages over HTTPS on 127.0.0.1, each under its own host name, by the Host header. For browsers
 * started with `--host-resolver-rules="MAP *.example 127.0.0.1:PORT"` and `--ignore-certificate-errors`.
 */
export async function servePages(
  { pages, services = new Map() }: SampleSites,
  { port = 0, upstreams = {}, onRequest }: ServeOptions = {},
): Promise<ServedPages> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "sample.example" }], {
    keyType: "ec",
    extensions: [
      { name: "subjectAltName", altNames: [...pages.keys()].map((value) => ({ type: 2 as const, value })) },
    ],
  });
  const server = createServer({ key, cert }, (request, response) => {
    const upstream = upstreams[(request.headers.host ?? "").replace(/:\d+$/, "")];
    if (upstream) passOn(upstream, request, response);
    else answer({ pages, services }, request, response, onRequest);
  });
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}

function answer(
  { pages, services }: Required<SampleSites>,
  request: IncomingMessage,
  response: ServerResponse,
  onRequest: ServeOptions["onRequest"],
): void {
  const host = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  const url = new URL(request.url ?? "/", "https://sample.example");
  const { pathname } = url;
  onRequest?.(host, pathname);
  const bare = host.replace(/^www\./, "");
  if (bare !== host && pages.has(bare)) {
    response.writeHead(301, { location: `https://${bare}${pathname}` }).end();
    return;
  }
  const json = services.get(host)?.(url);
  if (json !== undefined) {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(json));
    return;
  }
  const page = pages.get(host)?.get(pathname);
  if (page) response.writeHead(200, page.headers).end(request.method === "HEAD" ? undefined : page.body);
  else response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("There is nothing here.");
}
