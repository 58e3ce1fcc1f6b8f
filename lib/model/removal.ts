/** Why an operator took a review out. The words for each stand in the interface; new ones go at the end. */
export const removalCodes = [
  /** Against the law where the operator answers for it. */
  "illegal",
  /** Names, addresses, numbers or pictures of somebody who did not ask for it. */
  "exposes-a-person",
  /** Threats, incitement, sexual content about a child. */
  "endangers",
  /** By order of a court or authority; the record says where. */
  "court-order",
  /** Somebody else's work, on their notice. */
  "copyright",
  /** Advertising, floods, generated filling. */
  "spam",
  /** Written in somebody else's name. */
  "impersonation",
  /** Whoever wrote it asked, and has no key or slip to delete it with. */
  "author-request",
  /** Taken out before operators gave codes. */
  "unstated",
] as const;
export type RemovalCode = (typeof removalCodes)[number];

/** Reasons on which people may differ with an operator. For every other one, unknown ones included, removal always holds. */
const debatable: readonly string[] = ["spam", "impersonation"] satisfies RemovalCode[];

/** Whether a person may choose to keep what a feed takes out for this reason. */
export function isDebatable(code: string | undefined): boolean {
  return code !== undefined && debatable.includes(code);
}

/** A review that a feed no longer passes on. */
export interface Removal {
  /** `ReviewId`. */
  readonly id: string;
  /** A `RemovalCode`, or one that is newer than this reader. */
  readonly code?: string;
  /** `YYYY-MM-DD`. */
  readonly day?: string;
  /** The feed that said so. */
  readonly feed?: string;
}
