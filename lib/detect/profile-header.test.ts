// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { readProfileHeader } from "./profile-header.ts";

function read(address: string, body: string, head = ""): ReturnType<typeof readProfileHeader> {
  document.head.innerHTML = head;
  document.body.innerHTML = body;
  return readProfileHeader(document, new URL(address) as unknown as Location);
}

beforeEach(() => document.body.replaceChildren());

describe("an account page", () => {
  it("of X: name, description, the address behind its own, and the mark beside the name alone", () => {
    const header = read(
      "https://x.com/tessera",
      `<div data-testid="UserName"><span>Tessera</span><svg aria-label="Verified account" data-testid="icon-verified"></svg></div>
       <div data-testid="UserDescription">Shoes. <a href="https://evil.example/">more</a></div>
       <a data-testid="UserUrl" href="https://t.co/abc">tessera.example</a>
       <article><a href="https://other.example" rel="me">a post</a></article>`,
    );
    expect(header).toEqual({
      url: "https://x.com/tessera",
      name: "Tessera",
      description: "Shoes. more",
      links: ["https://evil.example/", "https://tessera.example"],
      mark: "Verified account",
    });
  });

  it("of X without a mark has none, whoever else on the page has one", () => {
    const header = read(
      "https://x.com/tessera",
      `<div data-testid="UserName">Tessera</div>
       <article><svg aria-label="Verified account" data-testid="icon-verified"></svg></article>`,
    );
    expect(header).not.toHaveProperty("mark");
  });

  it("of a Mastodon server, whatever its host: only links that the server has seen link back", () => {
    const header = read(
      "https://pond.example/@tessera",
      `<div id="mastodon"><div class="account__header">
         <div class="account__header__tabs__name"><h1><span>Tessera</span> <small>@tessera@pond.example</small></h1></div>
         <div class="account__header__content"><p>Shoes.</p></div>
         <div class="account__header__fields">
           <dl><dt>Blog</dt><dd><a rel="me" href="https://other.example/">other.example</a></dd></dl>
           <dl class="verified"><dt>Site</dt><dd><span class="verified__mark" title="Ownership of this link was checked on 2 May"></span>
             <a rel="me nofollow" href="https://tessera.example/">tessera.example</a></dd></dl>
         </div></div></div>`,
    );
    expect(header).toEqual({
      url: "https://pond.example/@tessera",
      name: "Tessera",
      description: "Shoes.",
      links: ["https://tessera.example/"],
      mark: "Ownership of this link was checked on 2 May",
    });
  });

  it.each([
    [
      "https://www.facebook.com/tessera",
      '<div role="main"><h1>Tessera <svg><title>Verifizierter Account</title></svg></h1></div>',
    ],
    [
      "https://www.instagram.com/tessera/",
      '<main><header><h2>Tessera</h2><svg aria-label="認証済み"></svg></header></main>',
    ],
    [
      "https://www.youtube.com/@tessera",
      '<div id="page-header"><h1 aria-label="Tessera, Verified">Tessera</h1></div>',
    ],
    ["https://t.me/tessera", '<div class="tgme_page_title">Tessera<i class="verified-icon"></i></div>'],
  ])("bears its mark in words of any language: %s", (address, body) => {
    expect(read(address, body)?.mark).toBeTruthy();
  });

  it.each(["Get verified", "Not verified", "Nicht verifiziert? Nicht bestätigt"])(
    "does not bear what is not one: %s",
    (label) => {
      const body = `<main><header><h2>Tessera</h2><button aria-label="${label}"></button></header></main>`;
      expect(read("https://www.instagram.com/tessera/", body)?.mark).toBeUndefined();
    },
  );

  it("of a network nobody described: heading, meta description and rel=me", () => {
    const header = read(
      "https://social.example/@tessera",
      '<h1>Tessera</h1><a rel="me noopener" href="https://tessera.example/">site</a><a href="https://x.example/">x</a>',
      '<meta name="description" content="Shoes since 1912">',
    );
    expect(header).toMatchObject({
      name: "Tessera",
      description: "Shoes since 1912",
      links: ["https://tessera.example/"],
    });
  });

  it("that has not filled yet, or that breaks the DOM's own methods, is nothing", () => {
    expect(read("https://x.com/tessera", "<div>Loading</div>")).toBeUndefined();
    const broken = { querySelector: "gone" } as unknown as Document;
    expect(readProfileHeader(broken, location)).toBeUndefined();
  });

  it("keeps to its bounds, whatever the page holds", () => {
    const links = Array.from(
      { length: 500 },
      (_, i) => `<a rel="me" href="https://s${i}.example/">x</a>`,
    ).join("");
    const header = read("https://social.example/@a", `<h1>${"n".repeat(9000)}</h1>${links}`);
    expect(header?.name).toHaveLength(200);
    expect(header?.links).toHaveLength(12);
  });
});
