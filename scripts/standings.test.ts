import { expect, it } from "vitest";
import type { Review, ReviewKind } from "../lib/model/review.ts";
import { standingsOf } from "./standings.ts";

function token(id: string, kind: ReviewKind, more: Partial<Review> = {}): Review {
  return {
    id,
    author: "ida",
    signature: `sig-${id}`,
    signatureKey: `sig-${id}`,
    kid: "",
    subject: "https://a.example",
    kind,
    issuedAt: 100,
    images: [],
    metadata: { isGenerated: false, isAffiliated: false, isPersonalExperience: false },
    jwt: `jwt ${id}`,
    ...more,
  };
}

const original = token("o", "review");
const edit = token("e", "edit", { target: "sig-o", issuedAt: 101 });

it("an edit gives the content, a delete takes the review away, in any order", () => {
  const gone = token("d", "delete", { target: "sig-o" });
  expect(standingsOf([edit, original]).standing).toEqual([{ original, content: edit }]);
  expect(standingsOf([gone, edit, original])).toMatchObject({ standing: [], withdrawn: [original] });
});

it("names changes of other people's reviews, and those whose original is not here", () => {
  const foreign = token("f", "edit", { target: "sig-o", author: "mallory" });
  const early = token("x", "edit", { target: "sig-unknown" });
  expect(standingsOf([foreign, early, original])).toEqual({
    standing: [{ original, content: original }],
    withdrawn: [],
    refused: [foreign],
    pending: [early],
  });
});
