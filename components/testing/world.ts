import { sampleDataSource as sample } from "../../lib/model/sample.ts";
import type { CommunityDatabase } from "../../lib/db/community.ts";
import { storeReviews } from "../../lib/db/store-reviews.ts";
import { generateSigningKey, type SigningKey } from "../../lib/reviews/keys.ts";
import { replyPayload, type ReviewPayload, reviewPayload, votePayload } from "../../lib/reviews/payloads.ts";
import { signToken } from "../../lib/reviews/sign.ts";
import { verifyToken } from "../../lib/reviews/token.ts";

export const brandUri = "https://northwind.example";
export const productUri = "https://northwind.example/shoes/trail-runner-2";
const daySeconds = 86_400;

interface Said {
  readonly stars?: number;
  readonly opinion?: string;
  readonly nickname?: string;
  readonly daysAgo: number;
  readonly ownExperience?: boolean;
  readonly affiliated?: boolean;
  readonly generated?: boolean;
  readonly images?: ReviewPayload["images"];
}

/** Signs and stores as a sync would. @returns The signature. */
export async function put(
  community: CommunityDatabase,
  payload: ReviewPayload,
  key: SigningKey,
  subject: string,
): Promise<string> {
  const { jwt, signature } = await signToken(payload, key);
  const review = await verifyToken(jwt);
  if (!review.ok) throw new Error(`own token rejected: ${review.error.code}`);
  const place = { subjectKey: subject, siteKey: "northwind.example" };
  await storeReviews(community, [{ ...review.value, ...place, addedFrom: "test" }], {
    asOf: Date.now() / 1000,
  });
  return signature;
}

export async function say(
  community: CommunityDatabase,
  said: Said,
  options: { readonly subject?: string; readonly isSample?: boolean; readonly key?: SigningKey } = {},
): Promise<{ readonly signature: string; readonly key: SigningKey }> {
  const { subject = brandUri, isSample = false, key = await generateSigningKey() } = options;
  const { daysAgo, ...rest } = said;
  const payload = reviewPayload({
    ...rest,
    subject,
    issuedAt: Math.floor(Date.now() / 1000) - daysAgo * daySeconds,
    dataSource: isSample ? sample : undefined,
  });
  return { signature: await put(community, payload, key, subject), key };
}

const voices: readonly Said[] = [
  {
    stars: 4,
    nickname: "anna_k",
    daysAgo: 3,
    ownExperience: true,
    opinion:
      "Comfortable from the first day. The soles came off after two months, but the shop replaced them without a word.",
  },
  { stars: 5, daysAgo: 12, opinion: "Best pair I have had for wet ground. Two winters and still dry." },
  {
    stars: 2,
    nickname: "דנה",
    daysAgo: 20,
    opinion: "הגיע מאוחר והמידה לא התאימה. ההחזר לקח חמישה שבועות.",
    ownExperience: true,
  },
  {
    stars: 5,
    nickname: "Northwind Fan",
    daysAgo: 33,
    affiliated: true,
    opinion: "I work in their shop in town. Ask me.",
  },
  { stars: 3, daysAgo: 40 },
  {
    stars: 4,
    nickname: "summary-bot",
    daysAgo: 41,
    generated: true,
    opinion: "Customers praise comfort and fit.",
  },
  {
    stars: 1,
    nickname: "J.",
    daysAgo: 66,
    opinion:
      "Three parcels, three times the wrong colour. ".repeat(14) +
      "In the end I gave up and kept the blue ones.",
    images: [{ src: "https://files.example/box.jpg", label: "Three blue boxes" }],
  },
];

/** A brand with some sixty voices, replies, votes, a product of its own and a software-made review. */
export async function seedBrand(
  community: CommunityDatabase,
  { isSample = false, crowd = 50 }: { readonly isSample?: boolean; readonly crowd?: number } = {},
): Promise<{ readonly first: string }> {
  const signatures: string[] = [];
  for (const said of voices) signatures.push((await say(community, said, { isSample })).signature);
  for (let index = 0; index < crowd; index++) {
    const stars = [5, 5, 4, 4, 5, 3, 1, 2, 5, 4][index % 10] ?? 3;
    const opinion =
      index % 3 === 0 && stars > 1
        ? undefined
        : `Voice number ${index + 1}: the fit is ${stars > 3 ? "right" : "off"}.`;
    await say(community, { stars, opinion, daysAgo: 50 + index * 9 }, { isSample });
  }
  const [first = ""] = signatures;
  const issuedAt = Math.floor(Date.now() / 1000) - daySeconds;
  const dataSource = isSample ? sample : undefined;
  const answers = [
    {
      nickname: "Northwind",
      opinion: "The glue of that batch was bad. Everyone with a pair from March gets a new one.",
    },
    { nickname: "k_mueller", opinion: "Same here, and they kept their word." },
  ];
  for (const answer of answers) {
    const payload = replyPayload({ signature: first, issuedAt, dataSource, ...answer });
    await put(community, payload, await generateSigningKey(), `urn:maresi:${first}`);
  }
  for (let index = 0; index < 12; index++) {
    const payload = votePayload({ signature: first, issuedAt, ownExperience: index > 8, dataSource });
    await put(community, payload, await generateSigningKey(), `urn:maresi:${first}`);
  }
  for (let index = 0; index < 6; index++) {
    const said = { stars: 4 + (index % 2), daysAgo: 5 + index, opinion: "Grips well on wet rock." };
    await say(community, said, { subject: productUri, isSample });
  }
  return { first };
}
