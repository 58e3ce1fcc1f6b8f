import type { Trade } from "../mentions/trades.ts";
import type { Conversation, Thread } from "../model/conversation.ts";
import type { Fact } from "../model/fact.ts";
import type { Result } from "../model/result.ts";
import type { Limit } from "../net/index.ts";
import type { SourceAccess } from "./access.ts";

/** What is sent to a source, and nothing else is: a registrable domain or a brand's name. */
export interface Ask {
  readonly by: "domain" | "name";
  readonly words: string;
  /** Which of the places that speak this API is asked: `https://lemmy.world`. */
  readonly origin: string;
  /** `Found.next` of the page before. */
  readonly cursor?: string;
  /** Nothing older is wanted. Epoch ms. */
  readonly since?: number;
}

/**
 * One hit with what speaks for its being about the brand. APIs match loosely: what is shown is decided by `exactly`
 * from these alone.
 */
export interface Hit<T> {
  readonly value: T;
  /** Addresses that it is about. */
  readonly links: readonly string[];
  /** Texts that may name the brand. Of a recall: whoever makes or imports, never who sells. */
  readonly texts: readonly string[];
  /** Its author does not want to be found by strangers: left out of what is published for everybody. */
  readonly isUnindexed?: true;
}

/** One page of answers. */
export interface Found {
  readonly threads: readonly Hit<Thread>[];
  readonly facts: readonly Hit<Fact>[];
  readonly next?: string;
  /** How many there are in all, where an API says, and the page for people that lists them. */
  readonly total?: { readonly count: number; readonly url: string };
}

/**
 * One public API. Runs in the worker and in the hub: no DOM, no clock, no `fetch` but that of `access`. It never throws:
 * what goes wrong is a `Problem`, and an entry that cannot be read is left out.
 */
export interface Source {
  /** Also the name of its file and its setting. Never changes. */
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  readonly kind: "conversations" | "records" | "reference";
  /** What finds more about a well-known brand comes first; of an unknown one a name says too little. */
  readonly searchesBy: readonly Ask["by"][];
  /** Trades that it is about, "other" for brands of no known one; all of them unless told. */
  readonly suits?: readonly Trade[];
  /** Whether a daily job may ask it about many brands: its operators allow that. */
  readonly bulk: boolean;
  /** Places asked unless the person chose others. Empty: the place is found on the brand's own page. */
  readonly origins: readonly string[];
  /** Whether the person may name further places that speak the same API. */
  readonly isFederated?: true;
  /** Further hosts that a search or a thread needs. */
  readonly alsoAsks?: readonly string[];
  /** SPDX identifier where there is one; else who holds the rights. */
  readonly licence: string;
  /** Who is named beside what comes from here. */
  readonly attribution: string;
  /** As its operators document them, per host; the strictest of all holds. */
  readonly limits: readonly Limit[];
  readonly search: (ask: Ask, access: SourceAccess) => Promise<Result<Found>>;
  readonly readThread?: (thread: Thread, access: SourceAccess) => Promise<Result<Conversation>>;
}

export function defineSource<const S extends Source>(source: S): S {
  return source;
}

/**
 * What leads on from a page. A page that holds nothing is the last one, whatever its server says of further ones.
 *
 * @param held - What the page held, of any kind.
 */
export function further(held: readonly unknown[], next: string | undefined): Pick<Found, "next"> {
  return held.length === 0 || next === undefined ? {} : { next };
}

/** A search that found nothing. */
export const nothing: Found = { threads: [], facts: [] };
