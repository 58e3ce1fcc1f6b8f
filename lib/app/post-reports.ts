import { brandById } from "../brands/brand-by-id.ts";
import { knownBrand } from "../brands/brand-subject.ts";
import type { BrandEntry, Directory } from "../brands/directory.ts";
import type { ChipView, PostSites } from "../messages/page.ts";
import type { Mention } from "../model/mention.ts";
import { seenPostLimits, type PostBatch, type SeenPost } from "../model/seen-post.ts";
import type { BrandSubject } from "../model/subject.ts";
import type { TabState } from "../model/tab-state.ts";
import { AskAbout, CheckedPosts, PostBatchSchema } from "../schema/post-messages.ts";
import { chipViewOf } from "./chip-view.ts";
import type { FiguresOf } from "./figure.ts";
import type { KeepPosts } from "./research/keeper.ts";
import type { FrameSender } from "./senders.ts";
import type { TabStates } from "./tab-states.ts";

/**
 * How sure a mention must be to stand beside a stranger's words: a chip for the wrong brand is an intrusion, one
 * that is missing is noticed by nobody. Four chips in five are right at least, and most far surer.
 */
const chipConfidence = 0.7;
/** The person sees at once whom their words would be about, and turns back with one press. */
const selectionConfidence = 0.6;
/** More pills than that are a line of their own. */
const mostChips = 3;

/** What is known around a post. */
interface PostSurroundings {
  /** Platform it stands on, by site id, where that is known. */
  readonly site?: string;
  readonly lang?: string;
  /** The brand that the page as a whole is about. */
  readonly pageBrandIds: readonly string[];
}

export interface PostReportDependencies {
  readonly states: Pick<TabStates, "get" | "saveFocus">;
  /** Platforms of a page that have chips now, by site id. */
  readonly chipSites: (state: TabState) => Promise<readonly string[]>;
  /** Platforms of a page that are recorded now. */
  readonly recordedSites: (state: TabState) => Promise<PostSites["record"]>;
  /** Keeps what a recording asks for. Throws where it cannot be written, so that the page is not answered. */
  readonly keep: KeepPosts;
  readonly kindOf: (siteId: string) => "posts" | "search" | undefined;
  /** Whether the host of an address belongs to a platform: for frames, whose page is another site's. */
  readonly isOnSite: (siteId: string, url: string) => boolean;
  readonly mentionsIn: (post: SeenPost, around: PostSurroundings) => Promise<readonly Mention[]>;
  readonly directory: () => Promise<Pick<Directory, "byName" | "matchHost">>;
  readonly figuresOf: FiguresOf;
  /** Keeps whether posts were found where they should be. Never called for private windows. */
  readonly keepCheck: (siteId: string, found: boolean) => Promise<void>;
  readonly now: () => number;
}

export interface PostReports {
  /**
   * Chips for each post of a batch. Nothing is asked of anyone, and nothing is stored of what was seen unless the person
   * records.
   */
  readonly report: (raw: unknown, sender: FrameSender) => Promise<readonly (readonly ChipView[])[]>;
  /** A press on a chip: the sidebar of this tab is about that brand until the tab goes elsewhere. */
  readonly ask: (raw: unknown, sender: FrameSender) => Promise<void>;
  /**
   * A person wants to write about what they selected. On a page that is about nothing we know, such as somebody's posts,
   * the sidebar turns to the one brand that is named there; of none or several it stays with the page.
   */
  readonly select: (tabId: number, selection: string) => Promise<void>;
  readonly check: (raw: unknown, sender: FrameSender) => Promise<void>;
  /** Platforms that a page or frame may report for now. */
  readonly sitesFor: (sender: FrameSender) => Promise<ReportedSites>;
}

export interface ReportedSites {
  /** Whose posts get chips. */
  readonly chips: readonly string[];
  readonly record?: NonNullable<PostSites["record"]>;
}

interface Admitted extends ReportedSites {
  readonly state: TabState;
}

/** What happens between posts in a page and the chips beside them. Nothing here touches the network. */
export function createPostReports(needs: PostReportDependencies): PostReports {
  /** The page of a sender, with what it may report. Content code may lie; its address and tab do not. */
  const admitted = async (sender: FrameSender): Promise<Admitted | undefined> => {
    const state = await needs.states.get(sender.tabId);
    if (!state || (sender.isTop && !sameOrigin(state.url, sender.url))) return undefined;
    const [on, recorded] = await Promise.all([needs.chipSites(state), needs.recordedSites(state)]);
    const mayReport = (id: string): boolean => sender.isTop || needs.isOnSite(id, sender.url);
    const chips = on.filter(mayReport);
    const sites = sender.isPrivate ? [] : (recorded?.sites ?? []).filter(mayReport);
    if (recorded && sites.length > 0) return { state, chips, record: { ...recorded, sites } };
    return chips.length > 0 ? { state, chips } : undefined;
  };
  return {
    async report(raw, sender) {
      const batch = PostBatchSchema.safeParse(raw).data;
      if (!batch || !sameOrigin(batch.url, sender.url)) return [];
      const page = await admitted(sender);
      return page ? reported(needs, batch, page) : [];
    },
    async ask(raw, sender) {
      const asked = AskAbout.safeParse(raw).data;
      const page = asked && (await admitted(sender));
      const entry = page && (await brandById(await needs.directory(), asked.brandId));
      if (!entry) return;
      await needs.states.saveFocus({
        tabId: sender.tabId,
        url: page.state.url,
        brand: brandOf(entry),
        ...(asked.quote && { quote: asked.quote }),
        at: needs.now(),
      });
    },
    async select(tabId, selection) {
      const state = await needs.states.get(tabId);
      const { brand, product, shop } = state?.resolution ?? {};
      if (!state || state.isPrivate || brand || product || shop) return;
      const text = selection.slice(0, seenPostLimits.text);
      const mentions = await needs.mentionsIn({ text, links: [] }, { pageBrandIds: [] });
      const [only, another] = sureBrands(mentions, selectionConfidence);
      if (only === undefined || another !== undefined) return;
      const entry = await brandById(await needs.directory(), only);
      if (!entry) return;
      await needs.states.saveFocus({ tabId, url: state.url, brand: brandOf(entry), at: needs.now() });
    },
    async check(raw, sender) {
      const check = CheckedPosts.safeParse(raw).data;
      if (!check || sender.isPrivate) return;
      const page = await admitted(sender);
      if (page && siteIds(page).includes(check.site)) await needs.keepCheck(check.site, check.found);
    },
    async sitesFor(sender) {
      const { chips = [], record } = (await admitted(sender)) ?? {};
      return { chips, ...(record && { record }) };
    },
  };
}

/** Every platform whose posts are read. */
export function siteIds({ chips, record }: ReportedSites): readonly string[] {
  return [...new Set([...chips, ...(record?.sites ?? [])])];
}

/** Brands are looked for once, for chips and recording. */
async function reported(
  needs: PostReportDependencies,
  batch: PostBatch,
  { chips, record, state }: Admitted,
): Promise<readonly (readonly ChipView[])[]> {
  const hasChips = chips.includes(batch.site);
  const isRecorded = record?.sites.includes(batch.site) === true;
  if (needs.kindOf(batch.site) === "search")
    return hasChips ? chipsOf(needs, await ownersOfLinks(needs, batch), state) : [];
  if (!hasChips && !isRecorded) return [];
  const mentions = await mentionsOf(needs, batch, state);
  const [views] = await Promise.all([
    hasChips
      ? chipsOf(
          needs,
          mentions.map((some) => sureBrands(some)),
          state,
        )
      : batch.posts.map(() => []),
    isRecorded && needs.keep(batch, mentions, state.url),
  ]);
  return views;
}

function brandOf(entry: BrandEntry): BrandSubject {
  return knownBrand(entry, [{ code: "directory-name", detail: entry.name }]);
}

async function chipsOf(
  needs: PostReportDependencies,
  found: readonly (readonly string[])[],
  state: TabState,
): Promise<readonly (readonly ChipView[])[]> {
  const views = await viewsOf(needs, [...new Set(found.flat())], state.isPrivate === true);
  return found.map((ids) => ids.flatMap((id) => views.get(id) ?? []).slice(0, mostChips));
}

async function mentionsOf(
  { mentionsIn }: PostReportDependencies,
  { posts, site, lang }: PostBatch,
  { resolution }: TabState,
): Promise<readonly (readonly Mention[])[]> {
  const pageBrandIds = resolution.brand ? [resolution.brand.brandId] : [];
  const around = { site, pageBrandIds, ...(lang && { lang }) };
  const found: (readonly Mention[])[] = [];
  for (const post of posts) found.push(await mentionsIn(post, around));
  return found;
}

/** Brand ids, each once, in the order in which the text names them. */
function sureBrands(mentions: readonly Mention[], from = chipConfidence): readonly string[] {
  const sure = mentions.filter(({ confidence }) => confidence >= from);
  const ordered = sure.toSorted((a, b) => placeOf(a) - placeOf(b));
  return [...new Set(ordered.map(({ brandId }) => brandId))];
}

/** Where a text names a brand; after its end where only a link does. */
function placeOf({ span }: Mention): number {
  return span?.start ?? seenPostLimits.text;
}

/** For results of a search engine: the brand whose own site a result leads to. A guess by country is not enough. */
async function ownersOfLinks(
  needs: PostReportDependencies,
  { posts }: PostBatch,
): Promise<readonly (readonly string[])[]> {
  const directory = await needs.directory();
  const ownerOf = async ({ links: [link = ""] }: SeenPost): Promise<readonly string[]> => {
    const host = URL.parse(link)?.hostname;
    const match = host ? await directory.matchHost(host) : undefined;
    return match && match.how !== "country-site" ? [match.entry.id] : [];
  };
  return Promise.all(posts.map(ownerOf));
}

/** What the chips of these brands say; brands with nothing to say are left out. One read of the database. */
async function viewsOf(
  needs: PostReportDependencies,
  brandIds: readonly string[],
  isPrivate: boolean,
): Promise<ReadonlyMap<string, ChipView>> {
  if (brandIds.length === 0) return new Map();
  const directory = await needs.directory();
  const entries = await Promise.all(brandIds.map((id) => brandById(directory, id)));
  const brands = entries.filter((entry) => entry !== undefined).map(brandOf);
  const figures = await needs.figuresOf(brands, isPrivate);
  const views = new Map<string, ChipView>();
  for (const [index, brand] of brands.entries()) {
    const view = chipViewOf(brand, figures[index] ?? { kind: "none" });
    if (view) views.set(brand.brandId, view);
  }
  return views;
}

function sameOrigin(one: string, other: string): boolean {
  const origin = URL.parse(one)?.origin;
  return origin !== undefined && origin === URL.parse(other)?.origin;
}
