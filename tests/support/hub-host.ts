import { type Extras, noExtras } from "../../hub/src/feed/extras.ts";
import { startHub, type RunningHub, type StartHubOptions } from "../../hub/src/start-hub.ts";
import type { DecodedToken } from "../../lib/reviews/decode-token.ts";
import { decodeToken } from "../../lib/reviews/token.ts";
import type { Reply, SeenRequest, SiteServer } from "./site-server.ts";

/** Decides about a request before the hub sees it; `undefined`: the hub answers. */
type Interference = (request: SeenRequest) => Reply | undefined | Promise<Reply | undefined>;

/** A reply that stands still between the hub and the browser. */
export interface HeldReply {
  /** Resolves once the request has reached the hub and its answer waits here. */
  readonly arrived: Promise<SeenRequest>;
  /** Lets the answer go; whoever asked may be dead by then. */
  release(): void;
}

/** A real hub behind a hostname: whatever reaches it is recorded, and what it answers can be held or replaced. */
export class HubHost {
  readonly host: string;
  readonly hub: RunningHub;
  /** What a test puts between the browser and the hub. */
  interfere: Interference = () => undefined;
  readonly #sites: SiteServer;
  #holding: { matches: (request: SeenRequest) => boolean; hold: (request: SeenRequest) => Promise<void> }[] =
    [];

  private constructor(sites: SiteServer, host: string, hub: RunningHub) {
    this.#sites = sites;
    this.host = host;
    this.hub = hub;
    sites.serve(host, (request) => this.#answer(request));
  }

  /**
   * @param extras - What its daily file says beside removals.
   * @param feedSizes - When texts and brands of its feed go into buckets.
   * @param key - Signs what its operator removes.
   */
  static async start(
    sites: SiteServer,
    host: string,
    seedTokens: Iterable<string> = [],
    extras: Extras = noExtras,
    feedSizes: StartHubOptions["feedSizes"] = {},
    key?: StartHubOptions["key"],
  ): Promise<HubHost> {
    return new HubHost(
      sites,
      host,
      await startHub({
        storage: "memory",
        seedTokens,
        rateLimit: false,
        extras,
        feedSizes,
        ...(key && { key }),
      }),
    );
  }

  get url(): string {
    return `https://${this.host}`;
  }

  /** What was asked of this host, in order. */
  get requests(): readonly SeenRequest[] {
    return this.#sites.seen.filter(({ host }) => host === this.host);
  }

  /** Times that a review was handed in. */
  get submissions(): readonly SeenRequest[] {
    return this.requests.filter(({ method }) => method === "PUT");
  }

  /** Holds the answer to the next request that fits, after the hub has done what was asked. */
  holdNext(matches: (request: SeenRequest) => boolean): HeldReply {
    const arrived = Promise.withResolvers<SeenRequest>();
    const released = Promise.withResolvers<undefined>();
    this.#holding.push({
      matches,
      hold: async (request) => {
        arrived.resolve(request);
        await released.promise;
      },
    });
    return { arrived: arrived.promise, release: () => released.resolve(undefined) };
  }

  /** Every token that the hub has about a subject, edits and deletes included, read from the tokens themselves. */
  async tokensAbout(subject: string): Promise<readonly DecodedToken[]> {
    return (await this.#tokens()).filter(({ payload }) => payload.sub === subject);
  }

  /** Every token that the hub took since it was seeded. */
  async tokensSince(iat: number): Promise<readonly DecodedToken[]> {
    return (await this.#tokens()).filter(({ payload }) => payload.iat >= iat);
  }

  async #tokens(): Promise<readonly DecodedToken[]> {
    const reply = await fetch(`${this.hub.url}/reviews?latest_edits_only=false&limit=10000`);
    const { reviews } = (await reply.json()) as { reviews: readonly { jwt: string }[] };
    return reviews.flatMap(({ jwt }) => {
      const decoded = decodeToken(jwt);
      return decoded.ok ? [decoded.value] : [];
    });
  }

  async #ask(request: SeenRequest): Promise<{ reply: Response; body: Uint8Array }> {
    const reply = await fetch(this.hub.url + request.path, {
      method: request.method,
      headers: { accept: String(request.headers["accept"] ?? "*/*"), ...validatorOf(request) },
    });
    return { reply, body: new Uint8Array(await reply.arrayBuffer()) };
  }

  async #answer(request: SeenRequest): Promise<Reply> {
    const instead = await this.interfere(request);
    if (instead) return instead;
    // Hub, proxy and test share one process: where it stood still for long, a connection may have been given up. A
    // statement travels in the address and is taken once, so asking again is harmless.
    const { reply, body } = await this.#ask(request).catch(() => this.#ask(request));
    const index = this.#holding.findIndex(({ matches }) => matches(request));
    if (index >= 0) await this.#holding.splice(index, 1)[0]?.hold(request);
    const etag = reply.headers.get("etag");
    return {
      status: reply.status,
      headers: {
        "content-type": reply.headers.get("content-type") ?? "application/octet-stream",
        ...(etag !== null && { etag }),
      },
      body,
    };
  }
}

function validatorOf({ headers }: SeenRequest): Record<string, string> {
  const validator = headers["if-none-match"];
  return typeof validator === "string" ? { "if-none-match": validator } : {};
}
