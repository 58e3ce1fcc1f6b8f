import { siteKeyOf } from "../../../lib/brands/subjects.ts";
import { Refusal } from "../http/refusal.ts";
import { schemeOf } from "../subject.ts";

/** What an address below `/about/` is about. */
export interface Meant {
  /** Its own spelling; the first of those that are looked for. */
  readonly subject: string;
  /** All spellings that people write for it. */
  readonly subjects: readonly string[];
  /** The site whose proven keys are its brand's own voice. */
  readonly site?: string;
}

const domainForm = /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/i;

/** @param text - A domain, or the URI of a subject. @throws {Refusal} 400 for anything else. */
export function subjectsMeant(text: string): Meant {
  const subject = domainForm.test(text) ? `https://${text.toLowerCase()}` : text;
  const scheme = schemeOf(subject);
  if ("refusal" in scheme) throw new Refusal(400, scheme.refusal);
  if (scheme.scheme === "urn:maresi") throw new Refusal(400, "A review has no page of its own here.");
  if (scheme.scheme !== "https") return { subject, subjects: [subject] };
  const { host, pathname, search } = new URL(subject);
  const site = siteKeyOf(subject);
  const bare = host.replace(/^www\./, "");
  const paths = pathname.endsWith("/") ? [pathname.slice(0, -1), pathname] : [pathname, `${pathname}/`];
  const spelt = [bare, `www.${bare}`].flatMap((name) =>
    paths.map((path) => `https://${name}${path}${search}`),
  );
  return { subject, subjects: [...new Set([subject, ...spelt])], ...(site !== undefined && { site }) };
}
