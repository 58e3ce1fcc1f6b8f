import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText, type RichText } from "../model/rich-text.ts";
import { richHtml } from "./rich-html.ts";
import { richMarkdown } from "./rich-markdown.ts";

const kinds = (text: RichText): readonly string[] =>
  text.map(
    ({ kind, runs }) =>
      `${kind}: ${runs.map((run) => (run.href ? `${run.isImage ? "!" : ""}[${run.text}](${run.href})` : run.text)).join("")}`,
  );

describe("HTML", () => {
  test.each<[string, readonly string[]]>([
    ["<p>One <b>bold</b>\n word.</p><p>Two</p>", ["paragraph: One bold word.", "paragraph: Two"]],
    ["first<p>second<p>third", ["paragraph: first", "paragraph: second", "paragraph: third"]],
    ["a<br>b", ["paragraph: a\nb"]],
    ["<ul><li>x</li><li><p>y</p></li></ul>", ["item: x", "item: y"]],
    ["<blockquote><p>he said</p></blockquote><p>no</p>", ["quote: he said", "paragraph: no"]],
    ["<pre><code>a  b\n  c</code></pre>", ["code: a  b\n  c"]],
    ["<h2>Head</h2>", ["heading: Head"]],
    ["R&amp;D &lt;b&gt; &#x27;x&#x27;", ["paragraph: R&D <b> 'x'"]],
    [
      '<a href="https://x.example/a?b=1&amp;c">here</a>, ok',
      ["paragraph: [here](https://x.example/a?b=1&c), ok"],
    ],
    ['<a href="/t/1">topic</a>', ["paragraph: [topic](https://forum.example/t/1)"]],
    [
      '<p>Look: <img src="/s.png" alt="a sole"></p>',
      ["paragraph: Look: ![a sole](https://forum.example/s.png)"],
    ],
    ['<img src="https://x.example/1.gif">', ["paragraph: ![](https://x.example/1.gif)"]],
    ['fine <img class="emoji" src="/e.png" alt=":)">', ["paragraph: fine :)"]],
    ['<img alt="lost" src="data:image/png,x">', ["paragraph: lost"]],
    ["", []],
    ["<p> </p><p>\n</p>", []],
  ])("%s", (html, expected) => {
    expect(kinds(richHtml(html, "https://forum.example"))).toEqual(expected);
  });

  test.each([
    "<script>alert(1)</script>",
    "<style>p{}</style>",
    '<img src="javascript:alert(1)" onerror="alert(1)">',
    "<svg><text>x</text></svg>",
    "<template><p>x</p></template>",
    "<iframe src=javascript:alert(1)>x</iframe>",
    "<!-- comment -->",
    "<textarea><p>x</p></textarea>",
  ])("%s says nothing", (html) => {
    expect(richHtml(html)).toEqual([]);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "https://a:b@x.example/",
    "blob:x",
    "//",
  ])("a link to %s is its words alone", (href) => {
    expect(richHtml(`<a href="${href}">words</a>`)).toEqual([
      { kind: "paragraph", runs: [{ text: "words" }] },
    ]);
  });

  test("is bounded, however much or deep it is", () => {
    expect(richHtml("<p>x</p>".repeat(50_000)).length).toBeLessThanOrEqual(2000);
    expect(plainText(richHtml(`${"<div>".repeat(50_000)}deep`))).toBe("deep");
  });
});

describe("Markdown", () => {
  test.each([
    ["quotes in quotes", "> ".repeat(20_000)],
    ["lists in lists", "1. ".repeat(13_000)],
    ["marks without an end", "_a".repeat(20_000)],
    ["a name without a host", `${"a".repeat(39_000)}@`],
    ["a gap", `# a${" ".repeat(39_000)}b`],
  ])("made to keep the parser busy is shown as it is written: %s", (_, text) => {
    expect(richMarkdown(text)).toEqual([{ kind: "paragraph", runs: [{ text }] }]);
  });

  test("of ordinary length is read: rules, long addresses, lists of a few steps", () => {
    const address = `https://x.example/${"a".repeat(1_500)}`;
    expect(richMarkdown(`${"-".repeat(80)}\n\n> > - 1. one\n\n${address}`)).toHaveLength(2);
  });

  test.each<[string, readonly string[]]>([
    ["One *and* **two**\n\nThree", ["paragraph: One and two", "paragraph: Three"]],
    ["# Head", ["heading: Head"]],
    ["> said\n\nno", ["quote: said", "paragraph: no"]],
    ["- a\n- b", ["item: a", "item: b"]],
    ["```\nx  y\n```", ["code: x  y"]],
    ["`a<b`", ["paragraph: a<b"]],
    ["[here](https://x.example/)", ["paragraph: [here](https://x.example/)"]],
    ["https://x.example/a", ["paragraph: [https://x.example/a](https://x.example/a)"]],
    ["![a shoe](https://x.example/1.png)", ["paragraph: ![a shoe](https://x.example/1.png)"]],
    ["![](https://x.example/1.png)", ["paragraph: ![](https://x.example/1.png)"]],
    ["![lost](javascript:alert(1))", ["paragraph: lost"]],
    ["[x](javascript:alert(1))", ["paragraph: x"]],
    ["a <b>b</b> c", ["paragraph: a b c"]],
    ["<div>plain <i>html</i></div>", ["paragraph: plain html"]],
    ["<script>alert(1)</script>", []],
    ["|a|b|\n|-|-|\n|1|2|", ["paragraph: a · b", "paragraph: 1 · 2"]],
    ["", []],
  ])("%s", (markdown, expected) => {
    expect(kinds(richMarkdown(markdown))).toEqual(expected);
  });
});

test("whatever is written, what comes out leads to the web or nowhere", () => {
  const piece = fc.constantFrom(
    "<a href='",
    "javascript:",
    "https://x.example/",
    "'>",
    "</a>",
    "[",
    "](",
    ")",
    "<p>",
    "*",
    "\n\n",
    "> ",
    "&#x6a;",
    "![",
    "<svg/onload=",
    "`",
    "é𝄞",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 30 }), (pieces) => {
      for (const read of [richHtml, richMarkdown])
        for (const { href, text } of read(pieces.join("")).flatMap(({ runs }) => runs)) {
          expect(typeof text).toBe("string");
          if (href !== undefined) expect(new URL(href).protocol).toMatch(/^https?:$/u);
        }
    }),
    { numRuns: 500 },
  );
});
