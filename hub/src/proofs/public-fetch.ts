import { lookup as systemLookup } from "node:dns";
import type { IncomingMessage } from "node:http";
import { request, type RequestOptions } from "node:https";
import { isIP } from "node:net";
import { Readable } from "node:stream";
import { siteKeyOf } from "../../../lib/brands/subjects.ts";
import { isPublicAddress } from "./public-address.ts";

export interface PublicFetchOptions {
  /** Bytes of a body that are read; what lies beyond is as if it were not there. */
  readonly mostBytes: number;
  /** Which addresses may be connected to; public ones unless told. */
  readonly mayConnect?: (address: string) => boolean;
  /** Of a test: where names lead, which certificates hold, and which port stands for 443. */
  readonly lookup?: typeof systemLookup;
  readonly ca?: string;
  readonly port?: number;
}

type Lookup = NonNullable<RequestOptions["lookup"]>;

/** `https://kite.example` → `https://www.kite.example/` → its language's page. */
const mostRedirects = 3;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Of these a `Response` takes no body. */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * A `fetch` for addresses that others name: https on its own port alone, to public addresses alone, whatever a name
 * leads to at the moment of connecting; and redirects within one site alone. It stands below the network layer, which
 * refuses redirects, because a brand's front page is often one step away.
 */
export function createPublicFetch(options: PublicFetchOptions): typeof fetch {
  const lookup = guarded(options.lookup ?? systemLookup, options.mayConnect ?? isPublicAddress);
  return async (input, init) => {
    let url = new URL(input instanceof Request ? input.url : input);
    for (let step = 0; step <= mostRedirects; step += 1) {
      const message = await send(url, init, { ...options, lookup });
      const { statusCode = 0, headers } = message;
      if (!redirects.has(statusCode) || headers.location === undefined)
        return responseOf(message, options.mostBytes);
      message.destroy();
      url = nextOf(url, headers.location);
    }
    throw new TypeError("Too many redirects");
  };
}

/** Names are looked up once, and what was checked is what is connected to. */
function guarded(lookup: typeof systemLookup, mayConnect: (address: string) => boolean): Lookup {
  return (hostname, { all, ...options }, callback) => {
    lookup(hostname, { ...options, all: true }, (cause, found) => {
      if (cause) return callback(cause, "", 0);
      const [first] = found;
      if (!first || !found.every(({ address }) => mayConnect(address)))
        return callback(new Error(`${hostname} leads to no public address`), "", 0);
      return all ? callback(null, found) : callback(null, first.address, first.family);
    });
  };
}

function send(
  url: URL,
  init: RequestInit | undefined,
  { ca, lookup, port }: { readonly ca?: string; readonly lookup: Lookup; readonly port?: number },
): Promise<IncomingMessage> {
  // Numbers are never looked up, so nobody would check them.
  const isNumber = isIP(url.hostname.replace(/^\[|\]$/g, "")) !== 0;
  if (url.protocol !== "https:" || url.port !== "" || isNumber)
    throw new TypeError(`Not to be asked: ${url.origin}`);
  const headers = new Headers(init?.headers);
  headers.set("Host", url.host);
  // A compressed body could be a thousand times as long as what is counted.
  headers.set("Accept-Encoding", "identity");
  return new Promise((resolve, reject) => {
    const asked = request(url.href, {
      method: "GET",
      headers: Object.fromEntries(headers),
      agent: false,
      lookup,
      ...(init?.signal && { signal: init.signal }),
      ...(ca !== undefined && { ca }),
      ...(port !== undefined && { port }),
    });
    asked.once("response", resolve);
    asked.once("error", reject);
    asked.end();
  });
}

function nextOf(from: URL, location: string): URL {
  const to = URL.parse(location, from.href);
  if (!to || siteKeyOf(to.href) === undefined || siteKeyOf(to.href) !== siteKeyOf(from.href))
    throw new TypeError("A redirect to another site");
  return to;
}

function responseOf(message: IncomingMessage, mostBytes: number): Response {
  const { statusCode: status = 0, headers } = message;
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") {
    message.destroy();
    throw new TypeError(`Compressed although nobody asked for it: ${encoding}`);
  }
  if (bodiless.has(status)) {
    message.destroy();
    return new Response(null, { status });
  }
  const body = Readable.toWeb(Readable.from(upTo(message, mostBytes), { objectMode: false }));
  const said = new Headers();
  for (const [name, value] of Object.entries(headers)) if (typeof value === "string") said.set(name, value);
  return new Response(body as ReadableStream<Uint8Array>, { status, headers: said });
}

/** The beginning of a body; then the connection is given up. */
async function* upTo(message: IncomingMessage, mostBytes: number): AsyncGenerator<Uint8Array> {
  let left = mostBytes;
  for await (const chunk of message as AsyncIterable<Uint8Array>) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) break;
  }
}
