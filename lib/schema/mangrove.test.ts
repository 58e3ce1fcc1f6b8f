import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { IssuerReply, ReviewsReply, SubjectReply } from "./mangrove.ts";

describe("replies of review servers", () => {
  it("are read with optional fields absent, null, or of a newer kind", () => {
    const published = {
      reviews: [{ signature: "s", jwt: "a.b.c", kid: "k", payload: {} }],
      issuers: null,
      maresi_subjects: null,
    };
    const newer = {
      reviews: [{ jwt: "a.b.c", signature: null, original_sub: "https://a.example", did: "did:x" }],
    };
    expect(ReviewsReply.parse(published).reviews[0]).toMatchObject({ jwt: "a.b.c", signature: "s" });
    expect(ReviewsReply.parse(newer).reviews[0]).toMatchObject({
      original_sub: "https://a.example",
      did: "did:x",
    });
  });

  it("are not spoilt by one entry that is none: it becomes an empty token", () => {
    const reply = ReviewsReply.parse({
      reviews: [null, 5, "a.b.c", {}, { jwt: 7 }, { jwt: "a.b.c", signature: 1 }],
    });
    expect(reply.reviews.map(({ jwt }) => jwt)).toEqual(["", "", "", "", "", "a.b.c"]);
  });

  it.each([null, [], "", {}, { reviews: null }, { reviews: {} }])(
    "are refused when they are something else: %j",
    (json) => {
      expect(ReviewsReply.safeParse(json).success).toBe(false);
    },
  );

  it("give a subject without a quality and an issuer without neutrality", () => {
    const subject = {
      sub: "https://a.example",
      quality: null,
      count: 0,
      opinion_count: 0,
      positive_count: 0,
      confirmed_count: 0,
    };
    expect(SubjectReply.parse(subject)).toEqual(subject);
    expect(IssuerReply.parse({ count: 2, neutrality: null })).toEqual({ count: 2, neutrality: null });
    expect(SubjectReply.safeParse({ ...subject, count: "0" }).success).toBe(false);
  });
});

const folder = "../shared/recordings/mangrove";
function read(file: string): unknown {
  return JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
}

describe.skipIf(!existsSync(folder))("recorded replies", () => {
  it("are read, with what they tell of issuers and of reviewed reviews", () => {
    const reply = ReviewsReply.parse(read("reviews_sub_issuers_maresi_2021.json"));
    expect(Object.keys(reply.issuers ?? {}).length).toBeGreaterThan(0);
    expect(Object.keys(reply.maresi_subjects ?? {}).length).toBeGreaterThan(0);
    expect(SubjectReply.safeParse(read("subject_2021.json")).success).toBe(true);
    expect(IssuerReply.safeParse(read("issuer_2021.json")).success).toBe(true);
  });
});
