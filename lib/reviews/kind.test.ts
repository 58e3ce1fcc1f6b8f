import { describe, expect, it } from "vitest";
import { kindOf, subjectOfReview, targetOf } from "./kind.ts";

const signature = "A".repeat(86);
const subject = subjectOfReview(signature);
const target = targetOf(subject);

describe("what a token does", () => {
  it.each([
    ["review", { subject: "https://a.example", rating: 0 }],
    ["review", { subject: "urn:lei:549300WOIFUSNYH0FL22", opinion: "x" }],
    ["review", { subject: "geo:1,2?q=Bakery&u=10", rating: 100 }],
    ["reply", { subject, target, opinion: "x" }],
    ["reply", { subject, target, opinion: "x", rating: 80 }],
    ["vote", { subject, target, rating: 100 }],
    ["flag", { subject, target, rating: 0, opinion: "Spam" }],
    ["flag", { subject, target, rating: 1 }],
    ["flag", { subject, target, action: "report_abuse", opinion: "x" }],
    ["edit", { subject, target, action: "edit", rating: 0, opinion: "x" }],
    ["delete", { subject, target, action: "delete" }],
    ["other", { subject, target, rating: 50 }],
    ["other", { subject, target, action: "equivalence", opinion: "x" }],
    ["other", { subject, target, action: "toString", opinion: "x" }],
    ["other", { subject: "https://a.example", action: "edit", opinion: "x" }],
    ["other", { subject: "https://a.example", action: "delete", opinion: "x" }],
    ["other", { subject: "urn:maresi:short", opinion: "x" }],
  ])("%s: %j", (kind, statement) => {
    expect(kindOf(statement)).toBe(kind);
  });

  it("is about a review also where a client has appended an empty query", () => {
    expect(targetOf(`${subject}?q=`)).toBe(signature);
    for (const other of [`${subject}?q=x`, `${subject}?q=?q=`, "urn:maresi:?q="])
      expect(targetOf(other)).toBeUndefined();
  });

  it("is about a review only where the subject names a whole signature", () => {
    expect(targetOf(subject)).toBe(signature);
    for (const other of [
      "",
      "https://a.example",
      "urn:maresi:",
      `${subject}=`,
      `${subject}A`,
      ` ${subject}`,
    ]) {
      expect(targetOf(other)).toBeUndefined();
    }
  });
});
