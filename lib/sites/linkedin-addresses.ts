import { cleanLink } from "./web-link.ts";

/** A post (`activity`, `share`, `ugcPost`) or a comment on one. */
export interface LinkedInId {
  readonly url: string;
  /** Its number, which tells its time. */
  readonly id: string;
  /** The post, for a comment. */
  readonly replyTo?: string;
}

const postUrn = /urn:li:(activity|share|ugcPost):(\d{15,20})/u;
const commentUrn =
  /urn:li:(?:fsd_)?comment:\((?:urn:li:)?(activity|share|ugcPost):(\d{15,20}),(\d{15,20})\)/u;

function postAddress(kind: string, id: string): string {
  return `https://www.linkedin.com/feed/update/urn:li:${kind}:${id}/`;
}

/** What a URN, or an address that holds one, names. */
export function linkedInId(raw: string | null | undefined): LinkedInId | undefined {
  if (!raw || raw.length > 2_000) return undefined;
  const text = raw.replaceAll(/%3A/giu, ":").replaceAll(/%2C/giu, ",").replaceAll("%28", "(").replaceAll("%29", ")");
  const [, onKind, postId, commentId] = commentUrn.exec(text) ?? [];
  if (onKind && postId && commentId) {
    const replyTo = postAddress(onKind, postId);
    const urn = encodeURIComponent(`urn:li:comment:(${onKind}:${postId},${commentId})`);
    return { url: `${replyTo}?commentUrn=${urn}`, id: commentId, replyTo };
  }
  const [, kind, id] = postUrn.exec(text) ?? [];
  return kind && id ? { url: postAddress(kind, id), id } : undefined;
} // oxfmt-ignore

/** The person, company or school a link leads to, with the name in its address. */
export function linkedInProfile(
  href: string | null | undefined,
  base: URL,
): { url: string; handle: string } | undefined {
  const link = cleanLink(href, base);
  const [, kind, slug] = /linkedin\.com\/(in|company|school|showcase)\/([^/?#]+)/u.exec(link ?? "") ?? [];
  if (!kind || !slug) return undefined;
  const address = `https://www.linkedin.com/${kind}/${slug}/`;
  return { url: address, handle: slug };
}
