import { hostParts } from "./host.ts";
import { pathOf } from "./subjects.ts";
import { profileAt, type Profile } from "./user-sites.ts";

/** Parts of an account that are still about the account; anything else below it is one post. */
const accountTabs =
  /^(?:\/(?:about|videos|photos|reviews|shop|products|posts|jobs|featured|shorts|playlists|community|followers|reels|tagged|with_replies|media|highlights|overview|life|mentions|services|streams))?\/?$/i;

/** Whether what follows a profile's own path is still about the account. */
export function isAccountTab({ rest }: Profile): boolean {
  return accountTabs.test(rest);
}

/** Whose account a page is about, on a network of accounts; `undefined` for posts and everything else. */
export function accountAt(address: string): Profile | undefined {
  const url = URL.parse(address);
  const parts = url && /^https?:$/.test(url.protocol) ? hostParts(url.hostname) : undefined;
  const profile = url && parts ? profileAt(parts, pathOf(url)) : undefined;
  return profile?.kind === "account" && isAccountTab(profile) ? profile : undefined;
}
