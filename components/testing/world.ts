import { sampleDataSource as sample } from "../../lib/model/sample.ts";
import type { CommunityDatabase } from "../../lib/db/community.ts";
import type { StoredReview } from "../../lib/db/community-rows.ts";
import { storeReviews } from "../../lib/db/store-reviews.ts";
import { generateSigningKey } from "../../lib/reviews/keys.ts";
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

interface Options {
  readonly subject?: string;
  /** Where it is not the subject itself. */
  readonly key?: string;
  readonly isSample?: boolean;
  readonly addedFrom?: string;
  readonly license?: string;
}

/** Signs with a fresh key and verifies, as a sync would. */
async function signed(payload: ReviewPayload, subjectKey: string): Promise<StoredReview> {
  const { jwt } = await signToken(payload, await generateSigningKey());
  const review = await verifyToken(jwt);
  if (!review.ok) throw new Error(`own token rejected: ${review.error.code}`);
  return { ...review.value, subjectKey, siteKey: "northwind.example", addedFrom: "test" };
}

async function review(
  { daysAgo, ...said }: Said,
  { subject = brandUri, key = subject, isSample = false, addedFrom = "test", license }: Options,
): Promise<StoredReview> {
  const issuedAt = Math.floor(Date.now() / 1000) - daysAgo * daySeconds;
  const dataSource = isSample ? sample : undefined;
  const payload = reviewPayload({ ...said, subject, issuedAt, dataSource });
  const metadata = license === undefined ? payload.metadata : { ...payload.metadata, license };
  return { ...(await signed({ ...payload, metadata }, key)), addedFrom };
}

async function store(community: CommunityDatabase, reviews: readonly StoredReview[]): Promise<void> {
  await storeReviews(community, reviews, { asOf: Date.now() / 1000 });
}

/** One more review, by a key of its own. */
export async function say(community: CommunityDatabase, said: Said, options: Options = {}): Promise<void> {
  await store(community, [await review(said, options)]);
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

/** Numbered voices of every star, from seven weeks ago on. */
function crowdOf(size: number): readonly Said[] {
  return Array.from({ length: size }, (_, index) => {
    const stars = [5, 5, 4, 4, 5, 3, 1, 2, 5, 4][index % 10] ?? 3;
    const opinion = `Voice number ${index + 1}: the fit is ${stars > 3 ? "right" : "off"}.`;
    const daysAgo = 50 + index * 9;
    return index % 3 === 0 && stars > 1 ? { stars, daysAgo } : { stars, opinion, daysAgo };
  });
}

const answers = [
  {
    nickname: "Northwind",
    opinion: "The glue of that batch was bad. Everyone with a pair from March gets a new one.",
  },
  { nickname: "k_mueller", opinion: "Same here, and they kept their word." },
];

/** Two replies and twelve votes. */
function responsesTo(signature: string, dataSource: string | undefined): Promise<StoredReview>[] {
  const issuedAt = Math.floor(Date.now() / 1000) - daySeconds;
  const about = { signature, issuedAt, dataSource };
  const votes = Array.from({ length: 12 }, (_, index) => votePayload({ ...about, ownExperience: index > 8 }));
  const replies = answers.map((answer) => replyPayload({ ...about, ...answer }));
  return [...replies, ...votes].map((payload) => signed(payload, `urn:maresi:${signature}`));
}

/** A brand with some sixty voices, replies, votes, a product of its own and a software-made review. */
export async function seedBrand(
  community: CommunityDatabase,
  { isSample = false, crowd = 50 }: { readonly isSample?: boolean; readonly crowd?: number } = {},
): Promise<void> {
  const brand = await Promise.all([...voices, ...crowdOf(crowd)].map((said) => review(said, { isSample })));
  const product = await Promise.all(
    [4, 5, 4, 5, 4, 5].map((stars, index) =>
      review(
        { stars, daysAgo: 5 + index, opinion: "Grips well on wet rock." },
        { subject: productUri, isSample },
      ),
    ),
  );
  const responses = await Promise.all(responsesTo(brand[0]?.signature ?? "", isSample ? sample : undefined));
  await store(community, [...brand, ...product, ...responses]);
}
