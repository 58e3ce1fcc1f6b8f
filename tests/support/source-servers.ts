import { sources } from "../../lib/sources/index.ts";
import type { Reply, SeenRequest, SiteServer } from "./site-server.ts";
import { canned, type CannedReply, sourceFixture } from "./source-fixtures.ts";

/** Every public API that the extension can ask, under its real name on this machine, with replies of our own. */
export class SourceServers {
  readonly #sites: SiteServer;
  /** Replies by host: several sources may stand on one. */
  readonly #replies = new Map<string, CannedReply[]>();

  private constructor(sites: SiteServer) {
    this.#sites = sites;
  }

  static async start(sites: SiteServer): Promise<SourceServers> {
    const servers = new SourceServers(sites);
    for (const { alsoAsks = [], id, origins } of sources) {
      const { asks, origin, thread } = await sourceFixture(id);
      const replies = [...Object.values(asks).flatMap((asked) => asked.replies), ...(thread?.replies ?? [])];
      for (const at of [...origins, ...alsoAsks, ...(origin ? [origin] : [])])
        servers.#add(new URL(at).host, replies);
    }
    for (const host of servers.#replies.keys()) servers.restore(host);
    return servers;
  }

  get hosts(): ReadonlySet<string> {
    return new Set(this.#replies.keys());
  }

  /** What was asked of sources, in order. */
  get seen(): readonly SeenRequest[] {
    return this.#sites.seen.filter(({ host }) => this.#replies.has(host));
  }

  /** Lets a host answer otherwise until it is restored. */
  instead(host: string, answer: (request: SeenRequest) => Reply | Promise<Reply>): void {
    this.#sites.serve(host, answer);
  }

  restore(host: string): void {
    const answer = canned(this.#replies.get(host) ?? []);
    this.#sites.serve(host, async ({ path }) => {
      const reply = await answer(`https://${host}${path}`);
      const headers = { "content-type": "application/json" };
      return { status: reply.status, headers, body: await reply.text() };
    });
  }

  #add(host: string, replies: readonly CannedReply[]): void {
    this.#replies.set(host, [...(this.#replies.get(host) ?? []), ...replies]);
  }
}
