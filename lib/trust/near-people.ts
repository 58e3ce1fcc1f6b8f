import type { Person } from "../model/person.ts";
import type { AuthorId } from "../model/review.ts";
import { personalTrust } from "./personal.ts";

/** Who is near to the person: followed by them, or by somebody whom they follow. */
export interface NearPeople {
  /** 1: followed. Between 0 and 1: only friends of friends, the nearer the more. Nobody else. */
  readonly nearness: ReadonlyMap<AuthorId, number>;
  /** Of friends of friends, which of the person's own friends follow them. */
  readonly via: ReadonlyMap<AuthorId, readonly AuthorId[]>;
}

/** @param withFriends - Whether the person wants friends of friends to count at all. */
export function nearPeople(people: readonly Person[], withFriends: boolean): NearPeople {
  const follows = people.filter(({ choice }) => choice === "followed").map(({ author }) => author);
  const nearness = new Map<AuthorId, number>();
  const via = new Map<AuthorId, AuthorId[]>();
  if (withFriends) {
    const muted = new Set(people.filter(({ choice }) => choice === "muted").map(({ author }) => author));
    const circles = circlesOf(people);
    for (const [author, trust] of personalTrust({ follows, circles, muted })) nearness.set(author, trust / 2);
    for (const [friend, members] of circles)
      for (const author of new Set(members)) via.set(author, [...(via.get(author) ?? []), friend]);
  }
  for (const author of follows) {
    nearness.set(author, 1);
    via.delete(author);
  }
  return { nearness, via };
}

function circlesOf(people: readonly Person[]): ReadonlyMap<AuthorId, readonly AuthorId[]> {
  const given = people.filter(({ choice, circle }) => choice === "followed" && circle !== undefined);
  return new Map(
    given.map(({ author, circle }) => [author, (circle?.people ?? []).map((member) => member.author)]),
  );
}
