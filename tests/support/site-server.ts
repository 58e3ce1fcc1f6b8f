import { createServer, type Server } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";

/** A request that reached the one server which every hostname leads to. */
export interface SeenRequest {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export type Handler = (request: SeenRequest) => Reply | undefined | Promise<Reply | undefined>;

/** Browsers ask their makers' servers by themselves, whatever they were told. No test uses these names. */
const browsersOwn = /(?:^|[.])(?:google|googleapis|gvt1|gstatic|mozilla|firefox)[.](?:com|net|org)$/;

/**
 * Every hostname of a test, over https on this machine. It records whatever reaches it, so it is also the proof
 * that nothing did.
 */
export class SiteServer {
  readonly seen: SeenRequest[] = [];
  readonly #handlers = new Map<string, Handler>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<SiteServer> {
    const keys = await generate([{ name: "commonName", value: "backtalk tests" }], { keySize: 2048 });
    const server = createServer({ key: keys.private, cert: keys.cert });
    const site = new SiteServer(server);
    server.on("request", (request, response) => void site.#answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return site;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Answers for a host; a string is its HTML at every path. */
  serve(host: string, answer: string | Handler, headers: Readonly<Record<string, string>> = {}): void {
    const page: Handler = () => ({ headers, body: answer as string });
    this.#handlers.set(host, typeof answer === "string" ? page : answer);
  }

  /** Requests that no page made: everything but what `hosts` were asked for. */
  seenBeside(...hosts: readonly string[]): readonly SeenRequest[] {
    return this.seen.filter(({ host }) => !hosts.includes(host));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Rejects where a handler fails, which is a bad gateway to the browser and no end of the test. */
  async #reply(seen: SeenRequest): Promise<Reply | undefined> {
    return this.#handlers.get(seen.host)?.(seen);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    const seen: SeenRequest = {
      host,
      method: request.method ?? "GET",
      path: request.url ?? "/",
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    // Browsers ask for it by themselves on every first visit.
    if (seen.path === "/favicon.ico" || browsersOwn.test(host)) return void response.writeHead(404).end();
    this.seen.push(seen);
    const reply = await this.#reply(seen).catch((cause: unknown): Reply => {
      console.error(`${host} failed:`, cause);
      return { status: 502, body: "" };
    });
    if (!reply) return void response.writeHead(404).end();
    response.writeHead(reply.status ?? 200, { "content-type": "text/html; charset=utf-8", ...reply.headers });
    response.end(reply.body);
  }
}
