/** How often a platform's posts were found of late, on pages that should show some. On this device alone. */
export interface PostCheck {
  /** Whether posts were ever found there. */
  readonly worked: boolean;
  /** Newest last, `1` found, `0` not; at most `checksKept`. */
  readonly recent: string;
  /** Epoch ms of the newest. */
  readonly at: number;
}

/** By site id. */
export type PostChecks = Readonly<Record<string, PostCheck>>;

const checksKept = 10;
/** Empty pages in a row that tell of a change where posts were found before. A few are empty by themselves. */
const emptyAfterWorking = 5;

/** Adds what one page showed. */
export function withCheck(before: PostCheck | undefined, found: boolean, nowMs: number): PostCheck {
  return {
    worked: found || before?.worked === true,
    recent: `${before?.recent ?? ""}${found ? "1" : "0"}`.slice(-checksKept),
    at: nowMs,
  };
}

/** Whether a platform's pages are read in vain by now: it has probably changed. */
export function hasStopped({ worked, recent }: PostCheck): boolean {
  const needed = worked ? emptyAfterWorking : checksKept;
  return recent.length >= needed && !recent.slice(-needed).includes("1");
}

/** The records without those that are to be forgotten. */
export function withoutChecks(
  checks: PostChecks,
  isForgotten: (siteId: string, check: PostCheck) => boolean,
): PostChecks {
  return Object.fromEntries(Object.entries(checks).filter(([id, check]) => !isForgotten(id, check)));
}
