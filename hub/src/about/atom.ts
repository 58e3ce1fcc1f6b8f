import { sha256Of } from "../http/send.ts";
import type { SaidAbout, Saying } from "./said.ts";

/** What XML 1.0 cannot hold, whatever it is escaped as. */
// oxlint-disable-next-line no-control-regex -- these are what is taken out
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Any text as the content of an element or of an attribute between double quotes. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(notXml, "")
    .replaceAll(/[&<>"]/g, (letter) => entities[letter] ?? "");
}

/**
 * The newest reviews and replies of a subject as a feed. The same words give the same bytes, so that a validator made
 * from them says whether anything is new.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4287
 */
export function atomFeed({ reviews, subject }: SaidAbout, hubName: string): string {
  const about = `/about/${encodeURIComponent(subject)}`;
  const entries = reviews
    .flatMap((review) => [
      { said: review, title: titleOf(review) },
      ...review.replies.map((said) => ({ said, title: replyTitle(said, review.name) })),
    ])
    .toSorted((a, b) => b.said.at - a.said.at || (a.said.signature < b.said.signature ? -1 : 1));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${idOf(subject)}</id>`,
    `<title>${xml(`What people say about ${subject}`)}</title>`,
    // Where nothing was said nothing has changed since reviews exist.
    `<updated>${dateOf(entries[0]?.said.at ?? 1_577_836_800)}</updated>`,
    `<author><name>${xml(hubName)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="/atom/${xml(encodeURIComponent(subject))}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(about)}"/>`,
    ...entries.map(({ said, title }) => entryOf(said, title, about)),
    "</feed>",
    "",
  ].join("\n");
}

function titleOf({ stars }: Saying): string {
  return stars === undefined ? "Review" : `Review, ${starsText(stars)}`;
}

/** The mark stands first, where no name can stand: anybody may call themselves official. */
function replyTitle({ isOfficial }: Saying, name: string): string {
  return isOfficial ? `Official reply to ${name}` : `Reply to ${name}`;
}

/** A star figure in words: `3.5 of 5`. */
export function starsText(stars: number): string {
  return `${Number(stars.toFixed(2))} of 5`;
}

function entryOf(said: Saying, title: string, about: string): string {
  return [
    "<entry>",
    `<id>urn:maresi:${xml(said.signature)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${dateOf(said.at)}</updated>`,
    `<author><name>${xml(said.name)}</name></author>`,
    `<link rel="alternate" type="text/html" href="${xml(`${about}#${said.signature}`)}"/>`,
    `<content type="text">${xml(said.opinion)}</content>`,
    "</entry>",
  ].join("\n");
}

/** One id for ever, whichever hub serves the feed: made from the subject, in the form of a UUID (RFC 9562, version 8). */
function idOf(subject: string): string {
  const hash = sha256Of(`atom ${subject}`);
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return `urn:uuid:${parts.join("-")}`;
}

/** @param seconds - Since 1970. */
function dateOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}
