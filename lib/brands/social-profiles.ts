/**
 * Networks where each account is somebody of its own, under a path of the network's host. One row each: the
 * hosts (the first is the one we write), and where the handle stands. Words that stand in a handle's place but
 * are the network's own pages are `reserved`.
 */
export interface ProfileRule {
  /** The platform's id in the brand directory. */
  readonly platform: string;
  /** `x.com` also matches `m.x.com`, `de-de.x.com` and the like; `x.*` any public suffix. */
  readonly hosts: readonly string[];
  /** Matched from the start of the path; group 1 is the fixed part before the handle, group 2 the handle. */
  readonly path: RegExp;
  readonly reserved?: readonly string[];
  /** Set where `Name` and `name` are two accounts. */
  readonly caseSensitive?: true;
  /** What stands there: an account, or a shop inside a marketplace. */
  readonly kind?: "store";
}

const common =
  "about help login signup signin register search explore settings privacy terms legal jobs careers home share " +
  "hashtag notifications messages intent api blog business ads policies developers download apps web";
const reserved = (words = ""): readonly string[] => `${common} ${words}`.trim().split(" ");

/** Kept in alphabetical order. */
export const profileRules: readonly ProfileRule[] = [
  { platform: "aliexpress", hosts: ["aliexpress.*"], path: /^\/(store\/)(\d{4,})/, kind: "store" },
  {
    platform: "amazon",
    hosts: ["amazon.*"],
    path: /^\/(stores\/)(?:[^/]+\/)?(page\/[\dA-F-]{36})/i,
    kind: "store",
  },
  {
    platform: "amazon",
    hosts: ["amazon.*"],
    path: /^\/(stores\/)([^/]+)$/,
    reserved: ["page"],
    kind: "store",
  },
  { platform: "buymeacoffee", hosts: ["buymeacoffee.com"], path: /^\/()([\w.-]{2,})/, reserved: reserved() },
  {
    platform: "behance",
    hosts: ["behance.net"],
    path: /^\/()([\w-]{2,})/,
    reserved: reserved("gallery joblist"),
  },
  { platform: "bluesky", hosts: ["bsky.app"], path: /^\/(profile\/)([\w.:-]{3,})/ },
  {
    platform: "depop",
    hosts: ["depop.com"],
    path: /^\/()([\w.-]{2,})/,
    reserved: reserved("products category"),
  },
  { platform: "ebay", hosts: ["ebay.*"], path: /^\/(str\/|usr\/)([^/]{2,})/, kind: "store" },
  {
    platform: "etsy",
    hosts: ["etsy.com"],
    path: /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/(shop\/)([^/]{2,})/,
    kind: "store",
  },
  {
    platform: "facebook",
    hosts: ["facebook.com", "fb.com"],
    path: /^\/(?:pg\/)?()([\w.-]{2,})/,
    reserved: reserved(
      "groups events marketplace watch pages people p sharer sharer.php dialog plugins photo photo.php photos " +
        "story.php permalink.php profile.php gaming reel reels stories public posts media messages friends l.php",
    ),
  },
  {
    platform: "flickr",
    hosts: ["flickr.com"],
    path: /^\/(photos\/|people\/)([\w@-]{2,})/,
    reserved: ["tags"],
  },
  {
    platform: "github",
    hosts: ["github.com"],
    path: /^\/()([a-z\d-]{1,39})(?=\/|$)/i,
    reserved: reserved(
      "features topics marketplace sponsors trending collections orgs enterprise pricing team issues pulls new",
    ),
  },
  {
    platform: "gitlab",
    hosts: ["gitlab.com"],
    path: /^\/()([\w.-]{2,})/,
    reserved: reserved("users dashboard groups"),
  },
  {
    platform: "instagram",
    hosts: ["instagram.com"],
    path: /^\/()([\w.]{1,30})(?=\/|$)/,
    reserved: reserved("p reel reels accounts stories direct tv developer emails challenge"),
  },
  {
    platform: "ko-fi",
    hosts: ["ko-fi.com"],
    path: /^\/()([\w-]{2,})/,
    reserved: reserved("s manage shop gold"),
  },
  {
    platform: "linkedin",
    hosts: ["linkedin.com"],
    path: /^\/(company\/|showcase\/|school\/|in\/)([^/]{2,})/,
  },
  {
    platform: "linktree",
    hosts: ["linktr.ee"],
    path: /^\/()([\w.-]{2,})/,
    reserved: reserved("s marketplace"),
  },
  { platform: "medium", hosts: ["medium.com"], path: /^\/(@)([\w.-]{2,})/ },
  {
    platform: "patreon",
    hosts: ["patreon.com"],
    path: /^\/(?:c\/)?()([\w-]{2,})/,
    reserved: reserved("posts user c product"),
  },
  {
    platform: "pinterest",
    hosts: ["pinterest.com", "pinterest.*"],
    path: /^\/()([\w-]{2,})/,
    reserved: reserved("pin ideas today topics _ resource pinterest categories videos"),
  },
  { platform: "poshmark", hosts: ["poshmark.com"], path: /^\/(closet\/)([\w-]{2,})/, kind: "store" },
  {
    platform: "reddit",
    hosts: ["reddit.com"],
    path: /^\/(r\/|user\/)([\w-]{2,})/,
    reserved: ["all", "popular"],
  },
  { platform: "redbubble", hosts: ["redbubble.com"], path: /^\/(people\/)([\w-]{2,})/, kind: "store" },
  { platform: "snapchat", hosts: ["snapchat.com"], path: /^\/(add\/|@)([\w.-]{3,})/ },
  {
    platform: "soundcloud",
    hosts: ["soundcloud.com"],
    path: /^\/()([\w-]{2,})/,
    reserved: reserved("discover stream you upload charts pages"),
  },
  {
    platform: "telegram",
    hosts: ["t.me", "telegram.me"],
    path: /^\/(?:s\/)?()(\w{4,})/,
    reserved: reserved("joinchat addstickers proxy iv"),
  },
  { platform: "threads", hosts: ["threads.com", "threads.net"], path: /^\/(@)([\w.]{1,30})/ },
  { platform: "tiktok", hosts: ["tiktok.com"], path: /^\/(@)([\w.]{2,})/ },
  {
    platform: "tumblr",
    hosts: ["tumblr.com"],
    path: /^\/(?:blog\/view\/)?()([a-z\d-]{2,})/i,
    reserved: reserved("tagged dashboard communities"),
  },
  {
    platform: "twitch",
    hosts: ["twitch.tv"],
    path: /^\/()(\w{3,})/,
    reserved: reserved("directory videos p subscriptions wallet turbo"),
  },
  {
    platform: "twitter",
    hosts: ["x.com", "twitter.com"],
    path: /^\/()(\w{1,15})(?=\/|$)/,
    reserved: reserved("i tos compose who_to_follow account logout oauth widgets"),
  },
  {
    platform: "vimeo",
    hosts: ["vimeo.com"],
    path: /^\/()([a-z][\w-]+)/i,
    reserved: reserved("channels groups ondemand categories watch features manage"),
  },
  {
    platform: "vkontakte",
    hosts: ["vk.com"],
    path: /^\/()([\w.]{3,})/,
    reserved: reserved("feed wall video audio market clips im friends"),
  },
  { platform: "youtube", hosts: ["youtube.com"], path: /^\/(@|c\/|user\/)([^/]{2,})/ },
  { platform: "youtube", hosts: ["youtube.com"], path: /^\/(channel\/)(UC[\w-]{20,})/, caseSensitive: true },
];
