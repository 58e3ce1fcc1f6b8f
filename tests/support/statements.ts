import type { Review, ReviewKind } from "../../lib/model/review.ts";
import type { StoredReview } from "../../lib/db/community-rows.ts";

/** A made-up statement: what it says, without keys and signatures. Ids derive from `name`. */
export interface Statement {
  readonly name: string;
  readonly author: string;
  readonly kind?: ReviewKind;
  readonly subject?: string;
  /** Name of the statement that it is about. */
  readonly target?: string;
  readonly issuedAt?: number;
  readonly rating?: number;
  readonly opinion?: string;
  readonly siteKey?: string;
  readonly metadata?: Partial<Review["metadata"]>;
}

/** 32 hex digits that depend on the text alone and sort unlike it. */
export function idOf(text: string): string {
  let hash = 0x81_1c_9d_c5;
  let id = "";
  for (let part = 0; part < 4; part++) {
    for (const char of `${text}/${part}`)
      hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
    id += hash.toString(16).padStart(8, "0");
  }
  return id;
}

const signatureOf = (name: string): string => `sig-${name}`;

/** A row as verification and placing would give it. */
export function stored(statement: Statement): StoredReview {
  const { name, author, kind = "review", target, siteKey } = statement;
  const subject =
    target === undefined
      ? (statement.subject ?? "https://brand.example")
      : `urn:maresi:${signatureOf(target)}`;
  return {
    id: idOf(name),
    author: idOf(author),
    signature: signatureOf(name),
    signatureKey: signatureOf(name),
    kid: `pem ${author}`,
    subject,
    subjectKey: subject.replace(/^https:\/\//, ""),
    ...(siteKey !== undefined && { siteKey }),
    kind,
    ...(target !== undefined && { target: signatureOf(target) }),
    issuedAt: statement.issuedAt ?? 1_700_000_000,
    ...(statement.rating !== undefined && { rating: statement.rating }),
    ...(statement.opinion !== undefined && { opinion: statement.opinion }),
    images: [],
    metadata: {
      isGenerated: false,
      isAffiliated: false,
      isPersonalExperience: false,
      ...statement.metadata,
    },
    jwt: `jwt ${name}`,
    addedFrom: "https://server.example",
  };
}
