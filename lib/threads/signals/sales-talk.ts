import type { Signal } from "./signal.ts";

/** What sells and tells nothing. Each alone is said by people, too; two of them are an advertisement. */
const phrases: readonly RegExp[] = [
  /\b(?:promo|discount|coupon|voucher|referral)[ -]?codes?\b/u,
  /\b(?:up to )?\d{1,2} ?% (?:off|discount|rabatt)\b/u,
  /\b(?:buy|order|shop|grab (?:it|yours)|get yours) (?:it )?now\b/u,
  /\bfree (?:worldwide )?(?:shipping|delivery)\b/u,
  /\b(?:limited[ -]time|today only|last chance|hurry|while stocks last)\b/u,
  /\b(?:cheap(?:est)?|best|lowest|wholesale) (?:price|prices|price ever)\b/u,
  /\b(?:replicas?|knock-?offs?|super ?clones?|1:1 quality|aaa\+*)\b/u,
  /\b(?:click|tap) (?:here|the link|below)\b|\blink in (?:the )?(?:bio|profile)\b/u,
  /\b(?:whats ?app|telegram|we ?chat)\b[^.]{0,20}\+?\d{6,}/u,
  /\bcheap\b[^.]{0,40}\b(?:for sale|online|outlet|store)\b/u,
  /#ad\b|\b(?:affiliate|sponsored) links?\b/u,
];
/** Without one of these none of the phrases is there: most texts are through at once. */
const worthALook =
  /code|%|now|free |time|only|chance|hurry|last|pric|replica|knock|clone|1:1|aaa|click|tap|link|\d{6}|cheap|#ad/u;
const fewest = 2;
/** Sales talk stands at the beginning. */
const readUnits = 600;

/** Discount codes, "free shipping", "order now": at least two such phrases. */
export const salesTalk: Signal = ({ story: { title, threads } }) => {
  const text = `${title} ${threads[0]?.thread.excerpt ?? ""}`.slice(0, readUnits).toLowerCase();
  if (!worthALook.test(text)) return undefined;
  const found = phrases.filter((phrase) => phrase.test(text)).length;
  return found >= fewest ? { code: "sales-talk", params: { count: found } } : undefined;
};
