import { PartCache } from "./directory-cache.ts";
import { DirectoryError } from "./directory-error.ts";
import {
  bucketPath,
  decodeHead,
  entriesPerShard,
  openBucket,
  openShard,
  shardPath,
} from "./directory-format.ts";
import type { Bucket, BrandEntry, DirectoryHead, Shard } from "./directory-format.ts";
import { bucketOf, hashKey } from "./directory-hash.ts";
import { readHost } from "./directory-host.ts";
import { handleKey, hostKey, labelKey, nameKey, wikidataKey } from "./directory-keys.ts";
import type { DirectoryKey } from "./directory-keys.ts";
import { foldName } from "./fold-name.ts";
import { NameBeginnings } from "./name-beginnings.ts";

export type { BrandEntry } from "./directory-format.ts";

/**
 * How a host led to an entry. `primary`: its first domain, with or without `www.`; `domain`: another of its
 * domains; `subdomain`: below one of its domains; `country-site`: a guess, the brand's own label under the
 * suffix of a country where the directory knows no site of it.
 */
type HostMatchKind = "primary" | "domain" | "subdomain" | "country-site";

export interface HostMatch {
  readonly entry: BrandEntry;
  readonly how: HostMatchKind;
  /** The domain of the entry that matched; for a guess the registrable domain of the host asked for. */
  readonly domain: string;
}

/** Brands by what pages and posts show of them. Look-ups reject with `DirectoryError` alone. */
export interface Directory {
  /** Build of the data, 16 hex digits. */
  readonly version: string;
  /** How many brands there are. */
  readonly size: number;
  /** The entry of `matchHost`, country guesses included (then the host is under none of `entry.domains`). */
  byHost(host: string): Promise<BrandEntry | undefined>;
  /** A host in any case, with or without port. Hosts of users under a shared suffix are nobody's subdomain. */
  matchHost(host: string): Promise<HostMatch | undefined>;
  /** `platform` as in `x`, `twitter`, `instagram`, `facebook`, `youtube` (handle or channel id), `linkedin` …; */
  byHandle(platform: string, handle: string): Promise<BrandEntry | undefined>;
  byWikidata(id: string): Promise<BrandEntry | undefined>;
  /** Everything of that name in any spelling, the best known first; a domain given as a name counts too. */
  byName(name: string): Promise<readonly BrandEntry[]>;
  /** At most so many brands with a name that begins so, the best known first. Reads much: for what a person types. */
  byBeginning(text: string, most: number): Promise<readonly BrandEntry[]>;
}

/** Reads one file of the directory, given its path inside it. Rejects when there is none. */
export type ReadPart = (path: string) => Promise<Uint8Array>;

/** Buckets are about 20 kB, shards about 25 kB: together at most 2 MB stay in memory. */
const bucketsKept = 32;
const shardsKept = 48;
/** More candidates for one name than anyone can choose from. */
const mostCandidates = 24;

/** The files of a directory, read when a look-up needs them. */
class DirectoryParts {
  readonly head: DirectoryHead;
  readonly #buckets: PartCache<number, Bucket>;
  readonly #shards: PartCache<number, Shard>;
  readonly beginnings: NameBeginnings;

  constructor(head: DirectoryHead, read: ReadPart) {
    this.head = head;
    this.#buckets = new PartCache(bucketsKept, async (bucket) => {
      const path = bucketPath(bucket);
      return openBucket(await read(path), head.build, path);
    });
    const shardAt = async (shard: number): Promise<Shard> => {
      const path = shardPath(shard);
      return openShard(await read(path), head.build, path);
    };
    this.#shards = new PartCache(shardsKept, shardAt);
    // Past the cache: reading all names must not drive out what pages need.
    this.beginnings = new NameBeginnings(head.shards, entriesPerShard, async (shard) =>
      (await shardAt(shard)).names(),
    );
  }

  /** Numbers of the entries under a key, best first. */
  async numbers(key: DirectoryKey): Promise<number[]> {
    const bucket = bucketOf(key.route, this.head.buckets);
    const numbers = (await this.#buckets.get(bucket)).find(hashKey(key.text));
    if (numbers.some((number) => number >= this.head.entries)) {
      throw new DirectoryError("corrupt", bucketPath(bucket));
    }
    return numbers;
  }

  async entry(number: number): Promise<BrandEntry> {
    const shard = await this.#shards.get(Math.floor(number / entriesPerShard));
    return shard.entry(number % entriesPerShard);
  }

  async first(key: DirectoryKey | undefined): Promise<BrandEntry | undefined> {
    const [number] = key ? await this.numbers(key) : [];
    return number === undefined ? undefined : this.entry(number);
  }
}

/** Reads the head (32 bytes) and nothing else. Rejects with `DirectoryError`. */
export async function openDirectory(read: ReadPart): Promise<Directory> {
  const readPart: ReadPart = async (path) => {
    try {
      return await read(path);
    } catch (cause) {
      throw new DirectoryError("missing", path, { cause });
    }
  };
  const parts = new DirectoryParts(decodeHead(await readPart("head.bin"), "head.bin"), readPart);
  return {
    version: parts.head.version,
    size: parts.head.entries,
    matchHost: (host) => matchHost(parts, host),
    byHost: async (host) => (await matchHost(parts, host))?.entry,
    byHandle: (platform, handle) => parts.first(handleKey(platform, handle)),
    byWikidata: (id) => parts.first(wikidataKey(id)),
    byName: (name) => findByName(parts, name),
    byBeginning: async (text, most) =>
      Promise.all((await parts.beginnings.find(text, most)).map((number) => parts.entry(number))),
  };
}

async function matchHost(parts: DirectoryParts, text: string): Promise<HostMatch | undefined> {
  const host = readHost(text);
  if (!host) return undefined;
  for (const candidate of host.candidates) {
    const entry = await parts.first(hostKey(candidate, host.label));
    if (entry) return { entry, how: hostKind(entry, candidate, host.name), domain: candidate };
  }
  if (!host.isCountry) return undefined;
  const entry = await parts.first(labelKey(host.label));
  return entry && { entry, how: "country-site", domain: host.registrable };
}

async function findByName(parts: DirectoryParts, name: string): Promise<readonly BrandEntry[]> {
  for (const folded of spellingsOf(name)) {
    const numbers = [...new Set(await parts.numbers(nameKey(folded)))].slice(0, mostCandidates);
    if (numbers.length > 0) return Promise.all(numbers.map((number) => parts.entry(number)));
  }
  const match = looksLikeHost(name) ? await matchHost(parts, name) : undefined;
  return match && match.how !== "country-site" ? [match.entry] : [];
}

function hostKind(entry: BrandEntry, candidate: string, host: string): HostMatchKind {
  if (candidate !== host) return "subdomain";
  return entry.domains[0] === candidate ? "primary" : "domain";
}

/** The name folded; and without its article, where that finds nothing. */
function spellingsOf(name: string): readonly string[] {
  const folded = foldName(name);
  const bare = /^the\s/iu.test(name) ? foldName(name.replace(/^the\s+/iu, "")) : "";
  return [folded, bare].filter((spelling) => spelling !== "");
}

function looksLikeHost(name: string): boolean {
  return /^[^\s/@]{1,200}\.[^\s/@.]{2,}$/u.test(name.trim());
}
