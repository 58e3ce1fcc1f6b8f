import { quietReason } from "../detect/sensitive.ts";
import { refused } from "../model/refusal.ts";
import { ok, problem, type Result } from "../model/result.ts";
import type { Net } from "../net/index.ts";

const most = { bytes: 5_000_000, timeoutMs: 20_000 } as const;

/** Kinds told by their first bytes, whatever the server says: no SVG, which can hold scripts and references. */
const kinds: readonly (readonly [type: string, matches: (head: string) => boolean])[] = [
  ["image/png", (head) => head.startsWith("\x89PNG\r\n\x1a\n")],
  ["image/jpeg", (head) => head.startsWith("\xff\xd8\xff")],
  ["image/gif", (head) => /^GIF8[79]a/.test(head)],
  ["image/webp", (head) => head.startsWith("RIFF") && head.slice(8, 12) === "WEBP"],
  ["image/avif", (head) => head.slice(4, 12) === "ftypavif"],
];

/** The media type of image bytes, or `undefined` for anything we do not show. */
export function imageType(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  return kinds.find(([, matches]) => matches(head))?.[0];
}

/**
 * Fetches an image of a review because the person pressed on it, and returns it as a data URL: extension pages
 * load nothing from elsewhere.
 *
 * @param netFor - A way out to one host that this press consents to, and to no other.
 */
export async function loadImage(url: string, netFor: (host: string) => Net): Promise<Result<string>> {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== "https:") return refused("scheme");
  // Whoever wrote a review chose this address: it must not reach into the person's own machine or network.
  if (quietReason(parsed.href) === "local") return refused("local-address", { host: parsed.host });
  const reply = await netFor(parsed.host).request({
    url: parsed.href,
    purpose: "image",
    cause: "person",
    accept: "image/avif,image/webp,image/png,image/jpeg,image/gif",
    maxBytes: most.bytes,
    timeoutMs: most.timeoutMs,
  });
  if (!reply.ok) return reply;
  const type = imageType(reply.value.bytes);
  return type
    ? ok(`data:${type};base64,${base64Of(reply.value.bytes)}`)
    : problem("bad-shape", { reason: "image" });
}

/** In slices: the argument list of one call is limited. */
function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
