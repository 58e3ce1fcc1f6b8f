// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import {
  dateValue,
  isRoot,
  plainValue,
  propertiesOf,
  propertyOf,
  urlValue,
} from "./microformat-properties.ts";

const now = Date.UTC(2026, 5, 1);

function rootOf(inner: string, name = "h-entry"): Element {
  document.body.innerHTML = `<div class="${name}">${inner}</div>`;
  return document.body.firstElementChild!;
}

const first = (inner: string): Element => rootOf(inner).firstElementChild!;
const dated = (inner: string): string | undefined => {
  const time = dateValue(first(inner), now);
  return time && `${new Date(time.at).toISOString()} ${time.precision}`;
};

describe("a root", () => {
  it.each([
    ["h-entry", true],
    ["card h-review wide", true],
    ["hentry", true],
    ["h-Entry", false],
    ["h-", false],
    ["width-h-full", false],
  ])("%s: %s", (classes, is) => expect(isRoot(rootOf("", classes))).toBe(is));
});

describe("properties", () => {
  it("of a root are not those of roots within it, nor of templates", () => {
    const root = rootOf(`
      <p class="p-name">mine</p>
      <div class="h-card"><p class="p-name">a card's</p></div>
      <template><p class="p-name">a template's</p></template>
      <section><b class="p-name">mine too</b></section>`);
    expect(propertiesOf(root, ["p-name"]).map((one) => one.textContent)).toEqual(["mine", "mine too"]);
  });

  it("come in the order of the page, whichever name is asked first", () => {
    const root = rootOf('<i class="u-url"></i><b class="p-name"></b>');
    expect(propertyOf(root, "p-name", "u-url")?.className).toBe("u-url");
  });

  it("are bounded", () => {
    const root = rootOf('<i class="p-name"></i>'.repeat(500));
    expect(propertiesOf(root, ["p-name"]).length).toBe(20);
  });
});

describe("a text", () => {
  it.each([
    ["what is shown", "<p class=p-name>A <b>fine</b>  shoe</p>", "A fine shoe"],
    ["the long form of what is short", '<abbr class=p-name title="Company">Co</abbr>', "Company"],
    ["the value of data", '<data class=p-rating value="4.5">four and a half</data>', "4.5"],
    ["the words for a picture", '<img class=p-name alt="A shoe">', "A shoe"],
    ["its value alone", "<p class=p-name>Type: <b class=value>home</b> (old)</p>", "home"],
    [
      "its values together",
      "<p class=p-tel><i class=value>+44</i> (0)<i class=value>1223</i></p>",
      "+441223",
    ],
    ["a value's title", '<p class=p-tel><span class="value-title" title="+1"> </span>one</p>', "+1"],
    ["nothing, where its value is nothing", "<p class=p-name>no <i class=value></i></p>", ""],
    [
      "not the value of a property within",
      "<p class=p-name><i class=value>mine</i><b class=p-org><i class=value>theirs</i></b></p>",
      "mine",
    ],
    [
      "not the value of a root within",
      "<p class=p-name><i class=value>mine</i><b class=h-card><i class=value>theirs</i></b></p>",
      "mine",
    ],
  ])("is %s", (_, html, text) => expect(plainValue(first(html))).toBe(text));

  it("is empty where nothing is", () => expect(plainValue(undefined)).toBe(""));
});

describe("an address", () => {
  it.each([
    ['<a class=u-url href="/a">there</a>', "/a"],
    ['<img class=u-photo src="a.jpg" alt="A">', "a.jpg"],
    ['<video class=u-video poster="a.jpg"></video>', "a.jpg"],
    ['<object class=u-photo data="a.jpg"></object>', "a.jpg"],
    ["<p class=u-url>https://a.example/</p>", "https://a.example/"],
    ['<p class=u-url href="/meaningless">https://a.example/</p>', "https://a.example/"],
    ['<img class=u-photo alt="A">', undefined],
  ])("of %s", (html, address) => expect(urlValue(first(html))).toBe(address));
});

describe("a time", () => {
  it.each([
    [
      '<time class=dt-published datetime="2025-05-03T07:05:00+02:00">x</time>',
      "2025-05-03T05:05:00.000Z second",
    ],
    ['<time class=dt-published datetime="2025-05-03t07:05z">x</time>', "2025-05-03T07:05:00.000Z minute"],
    ['<time class=dt-published datetime="2025-05-03 07:05-08">x</time>', "2025-05-03T15:05:00.000Z minute"],
    [
      "<p class=dt-published><i class=value>2025-05-03</i> at <i class=value>7:05pm</i> <i class=value>+0200</i></p>",
      "2025-05-03T17:05:00.000Z minute",
    ],
    [
      "<p class=dt-published><i class=value>2025-05-03</i> at <i class=value>12:05 a.m.</i><i class=value>Z</i></p>",
      "2025-05-03T00:05:00.000Z minute",
    ],
    ["<p class=dt-published>soon</p>", undefined],
    ['<time class=dt-published datetime="2025-13-45T99:99Z">x</time>', undefined],
  ])("of %s", (html, time) => expect(dated(html)).toBe(time));
});
