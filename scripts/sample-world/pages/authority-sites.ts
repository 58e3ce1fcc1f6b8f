import { brands, owners } from "../brands.ts";
import { companyRegister, complaints, pathOf, recalls, safetyBoard } from "../records.ts";
import { styleOf } from "../style.ts";
import { escapeHtml, htmlPage, siteFiles, type SampleSite } from "./page.ts";

/** Recalls and complaints, as an authority publishes them. */
export function authoritySite(): SampleSite {
  const { host, name: siteName } = safetyBoard;
  const hue = 220;
  const site = siteFiles(styleOf(hue, "plain"), hue, "S");
  const frame = { host, siteName, footer: "A public authority" };
  const listed = recalls.map(({ url, product }) => `<li><a href="${url}">${product}</a></li>`).join("");
  site.set("/", htmlPage({ ...frame, title: siteName }, `<h1>Recalls</h1><ul>${listed}</ul>`));
  for (const { url, brand, product, date, hazard } of recalls) {
    const number = url.split("/").at(-1) ?? "";
    const main = `<div class="text"><p class="muted">Recall ${number} · ${date}</p><h1>${brand}: ${product}</h1><p>${hazard} Stop using it and ask the shop for your money.</p></div>`;
    site.set(new URL(url).pathname, htmlPage({ ...frame, title: `Recall: ${brand} ${product}` }, main));
  }
  for (const { brand, count } of complaints) {
    const name = escapeHtml(brand);
    const main = `<div class="text"><h1>Complaints about ${name}</h1><p>${count} in the last twelve months.</p></div>`;
    site.set(`/complaints${pathOf(brand)}`, htmlPage({ ...frame, title: `Complaints: ${name}` }, main));
  }
  return site;
}

/** Who owns what, as a register publishes it. */
export function registerSite(): SampleSite {
  const { host, name: siteName } = companyRegister;
  const hue = 200;
  const site = siteFiles(styleOf(hue, "plain"), hue, "C");
  const frame = { host, siteName, footer: "A public register" };
  const listed = Object.keys(owners).map(
    (owner) => `<li><a href="${pathOf(owner)}">${escapeHtml(owner)}</a></li>`,
  );
  site.set("/", htmlPage({ ...frame, title: siteName }, `<h1>Companies</h1><ul>${listed.join("")}</ul>`));
  for (const [owner, { legalName, address }] of Object.entries(owners)) {
    const owned = brands
      .filter((brand) => brand.owner === owner)
      .map(({ name }) => `<li>${escapeHtml(name)}</li>`);
    const main = `<div class="text"><h1>${escapeHtml(legalName)}</h1><p>${escapeHtml(address)}</p><ul>${owned.join("")}</ul></div>`;
    site.set(pathOf(owner), htmlPage({ ...frame, title: escapeHtml(legalName) }, main));
  }
  return site;
}
