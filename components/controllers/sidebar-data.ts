import type { ReactiveControllerHost } from "lit";
import { distinctAuthors } from "../../lib/db/authors.ts";
import { listDrafts } from "../../lib/db/drafts.ts";
import { listFollows } from "../../lib/db/follows.ts";
import { listOutbox } from "../../lib/db/outbox.ts";
import { listOwnTokens } from "../../lib/db/own-tokens.ts";
import { listPeople } from "../../lib/db/people.ts";
import { recentShare } from "../../lib/db/recent-share.ts";
import { type GroupReading, readGroups } from "../../lib/db/weighed.ts";
import type { PageSubject, SubjectKey } from "../../lib/model/subject.ts";
import type { Summary } from "../../lib/model/summary.ts";
import type { WeightedVotes } from "../../lib/model/trust-score.ts";
import type { WeighGroup } from "../../lib/model/weighing.ts";
import { databases } from "../databases.ts";
import { LiveQueryController } from "./live-query.ts";
import { wantWeights } from "./want-weights.ts";

/** What can be said of a figure beside the figure; read after the first content stands. */
export interface Evidence {
  readonly keys: number;
  readonly recentShare: number | undefined;
}

interface Place {
  readonly subjects: () => readonly PageSubject[];
  /** The one whose lens is chosen. */
  readonly inFront: () => PageSubject | undefined;
  /** Whether what is looked at may leave a trace on this device. */
  readonly mayKeep: () => boolean;
}

/** Groups, flat, as live queries compare them. */
type FigureArgs = readonly [
  keys: readonly (readonly SubjectKey[])[],
  brandIds: readonly (string | undefined)[],
];

/** What the sidebar reads: one query for the figures of all lenses, the rest when these are on screen. */
export class SidebarDataController {
  readonly #figures: LiveQueryController<FigureArgs, readonly GroupReading[]>;
  readonly #evidence: LiveQueryController<readonly [readonly SubjectKey[], number], Evidence>;
  readonly #mine: LiveQueryController<readonly [], number>;

  constructor(host: ReactiveControllerHost, { subjects, inFront, mayKeep }: Place) {
    // Also those without an address, as brands are that only a page names: that nobody speaks of them is an answer.
    const groups = (): readonly WeighGroup[] => subjects();
    const args = (): FigureArgs => [groups().map(({ keys }) => keys), groups().map(({ brandId }) => brandId)];
    this.#figures = new LiveQueryController(host, {
      args: () => (groups().length > 0 ? args() : undefined),
      query: ([keys, brandIds]) =>
        readGroups(
          databases().community,
          keys.map((own, index) => ({ keys: own, brandId: brandIds[index] })),
        ),
    });
    // Not before the figures stand: the first content waits for nobody.
    const weighable = (): readonly WeighGroup[] => groups().filter(({ keys }) => keys.length > 0);
    wantWeights(host, () => (this.#figures.value && mayKeep() ? weighable() : undefined));
    // Asked again when the number of reviews changes, not at every write.
    this.#evidence = new LiveQueryController(host, {
      args: () => {
        const subject = inFront();
        const count = (subject && this.summaryOf(subject)?.count) ?? 0;
        return subject && count > 0 ? ([subject.keys, count] as const) : undefined;
      },
      query: ([keys]) => readEvidence(keys),
    });
    this.#mine = new LiveQueryController(host, { args: () => [] as const, query: countMine });
  }

  /** Why the figures cannot be read, if they cannot. */
  get error(): unknown {
    return this.#figures.error;
  }

  get evidence(): Evidence | undefined {
    return this.#evidence.value;
  }

  /** How many things of the person's own there are to look at. */
  get mineCount(): number {
    return this.#mine.value ?? 0;
  }

  /** `undefined` until it has been read; a subject that nobody speaks about has a summary of zeros. */
  summaryOf(subject: PageSubject): Summary | undefined {
    return this.#readingOf(subject)?.summary;
  }

  /** What signals made of its reviews: what badge and chip show, too. */
  votesOf(subject: PageSubject): WeightedVotes | undefined {
    return this.#readingOf(subject)?.row?.votes;
  }

  #readingOf({ keys }: PageSubject): GroupReading | undefined {
    return this.#figures.value?.find(({ group }) => group.keys === keys || isSame(group.keys, keys));
  }

  retry(): void {
    this.#figures.restart();
  }
}

async function readEvidence(keys: readonly SubjectKey[]): Promise<Evidence> {
  const { community } = databases();
  const yearAgo = Math.floor(Date.now() / 1000) - 365 * 86_400;
  const [authors, share] = await Promise.all([
    distinctAuthors(community, keys),
    recentShare(community, keys, yearAgo),
  ]);
  return { keys: authors, recentShare: share };
}

async function countMine(): Promise<number> {
  const { personal } = databases();
  const [drafts, outbox, tokens, follows, people] = await Promise.all([
    listDrafts(personal),
    listOutbox(personal),
    listOwnTokens(personal),
    listFollows(personal),
    listPeople(personal),
  ]);
  const own = tokens.filter(
    ({ kind, state }) => (kind === "review" || kind === "reply") && state !== "deleted",
  );
  const waiting = outbox.filter(({ state }) => state !== "sent");
  return drafts.length + follows.length + people.length + waiting.length + own.length;
}

function isSame(one: readonly SubjectKey[], other: readonly SubjectKey[]): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index]);
}
