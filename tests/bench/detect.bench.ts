/**
 * What understanding a page costs: deep extraction in a real Chromium on large pages of our own, and reading hostile
 * markup in the background. Prints figures; asserts nothing. `npm run -s eval:pages` measures real pages.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPage } from "../../lib/detect/facts.ts";
import type { RawPage } from "../../lib/model/page.ts";
import { percentile } from "../../scripts/eval-pages/figures.ts";
import { openRealDom } from "../../scripts/eval-pages/real-dom.ts";
import { ensureBuilt, extensionFolder } from "../support/build-extension.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 15);

const card =
  '<li class="card"><a href="/p/1?brand=x"><img alt="Crane Sandal" src="x"><b class="brand-name">Crane</b><span>Sandal</span><i class="price">8,90 €</i></a></li>';
const row = "<tr><th>Weight</th><td><span>1 kg</span></td></tr>";
const state = `<script>window.__STATE__={"items":[${'{"id":1,"brand":"Crane","title":"Sandal","price":8.9,"grand":"total"},'.repeat(6000)}null]}</script>`;
const product = (filler: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Kite Trail 2 | Harbour</title><main><h1>Kite Trail 2</h1><p class="price">89,00 €</p><button>Add to cart</button><table>${row.repeat(40)}<tr><th>Brand</th><td>Kite</td></tr></table></main>${filler}`;

const pages: Readonly<Record<string, string>> = {
  "a small page": product(""),
  "a page of 0.5 MB": product(`<ul>${card.repeat(2800)}</ul>`),
  "0.4 MB in a script": product(state),
  "both, twice over": product(`<ul>${card.repeat(5600)}</ul>${state}${state}`),
};

ensureBuilt("chrome");
const folder = mkdtempSync(join(tmpdir(), "backtalk-detect-"));
const dom = await openRealDom(extensionFolder("chrome"), 1);
for (const [name, html] of Object.entries(pages)) {
  const file = join(folder, "page.html");
  writeFileSync(file, html);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    await dom.visit(`https://harbour.example/p/${round}`, file, async (page) => {
      times.push((await page.run("product.js")).cpuMs);
    });
  console.log(
    `deep extraction, ${name} (${(html.length / 1e6).toFixed(2)} MB): median ${percentile(times, 0.5)} ms, worst ${percentile(times, 1)} ms of CPU`,
  );
}
await dom.close();
rmSync(folder, { recursive: true });

const blank: RawPage = {
  url: "https://shop.example/x",
  title: "",
  jsonLd: [],
  meta: [],
  links: [],
  microdata: [],
  hasPassword: false,
  articleCount: 0,
};
const hostile: Readonly<Record<string, readonly string[]>> = {
  "nested arrays": ["[".repeat(256_000), "[".repeat(128_000) + "]".repeat(128_000)],
  "open quotes": ['"'.repeat(256_000), `{"a":"${'" '.repeat(127_000)}`],
  "open comments": ["{" + "/*".repeat(127_000), "//".repeat(128_000)],
  "a list of 20 000": [`[${'{"@type":"Product","name":"x"},'.repeat(8000)}]`],
  entities: ["&quot;".repeat(42_000)],
};
for (const [name, jsonLd] of Object.entries(hostile)) {
  const before = process.cpuUsage();
  readPage({ ...blank, jsonLd });
  const { user, system } = process.cpuUsage(before);
  console.log(`reading hostile markup, ${name}: ${((user + system) / 1000).toFixed(1)} ms of CPU`);
}
