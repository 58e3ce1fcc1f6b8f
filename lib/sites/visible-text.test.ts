import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { audienceOf } from "./audience.ts";
import { unfolds } from "./see-more.ts";
import { visibleText } from "./visible-text.ts";

function bodyOf(html: string): HTMLElement {
  return parseHTML(`<html><body>${html}</body></html>`).document.body;
}

test.each([
  ["<p>One</p><p>Two</p>", "One\nTwo"],
  ["One<br><br><br>Two", "One\n\nTwo"],
  ["<div>One <b>bold</b>\n   word</div>", "One bold word"],
  ["<span>A</span><span>B</span>", "AB"],
  ["Hi <img alt='🙏' src='x.png'>!", "Hi 🙏!"],
  ["Hi <img alt=':blob:' class='custom-emoji'>", "Hi :blob:"],
  ["Hi <img alt='A photo of a kettle'>", "Hi"],
  ["Seen<span class='visually-hidden'>unseen</span>", "Seen"],
  ["Seen<span style='display: none'>unseen</span><i hidden>unseen</i>", "Seen"],
  ["Seen<button>see more</button><div role='button'>See more</div>", "Seen"],
  ["Seen<script>unseen()</script><style>p{}</style><template>x</template>", "Seen"],
  ["\u202Eevil\u202C\u200B", "evil"],
])("%s", (html, text) => {
  expect(visibleText(bodyOf(html))).toBe(text);
});

test("keeps line feeds where the page shows them", () => {
  expect(visibleText(bodyOf("One\n\nTwo  words"), { keepNewlines: true })).toBe("One\n\nTwo words");
});

test("leaves out what is skipped", () => {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- reads best beside its use
  const skip = (element: Element): boolean => element.tagName === "BLOCKQUOTE";
  expect(visibleText(bodyOf("Mine<blockquote>theirs</blockquote>"), { skip })).toBe("Mine");
});

test("is bounded and cuts no emoji in half", () => {
  const text = visibleText(bodyOf("🙏".repeat(9_000)));
  expect(text.length).toBeLessThanOrEqual(5_001);
  expect(text.isWellFormed()).toBe(true);
});

test.each([
  ["Shared with Public", "public"],
  ["Geteilt mit: Öffentlich", "public"],
  ["Shared with Your friends", "restricted"],
  ["Compartido con: Amigos", "restricted"],
  ["Only me", "restricted"],
  ["公開", "public"],
  ["Verified account", "unknown"],
])("%s is %s", (label, audience) => {
  expect(audienceOf(label)).toBe(audience);
});

test("knows the buttons that unfold a post", () => {
  expect(unfolds(bodyOf("… mehr"))).toBe(true);
  expect(unfolds(bodyOf("See more"))).toBe(true);
  expect(unfolds(bodyOf("Share"))).toBe(false);
  expect(unfolds(undefined)).toBe(false);
});
