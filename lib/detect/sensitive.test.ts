import { describe, expect, test } from "vitest";
import { adultSites, financeSites, governmentSites, healthSites } from "./sensitive-sites.ts";
import { quietReason } from "./sensitive.ts";

describe("quietReason", () => {
  test.each([
    "http://localhost:3000/",
    "http://127.0.0.1/",
    "http://0x7f.1/",
    "http://[::1]/",
    "https://8.8.8.8/",
    "http://nas/",
    "http://printer.local/",
    "http://wiki.corp/",
    "http://x.home.arpa/",
    "http://fritz.box/",
    "http://abc.onion/",
    "http://app.internal/",
    "http://shop.test/",
    "file:///etc/passwd",
    "about:blank",
    "chrome://settings",
    "not an address",
  ])("%s is local", (url) => expect(quietReason(url)).toBe("local"));

  test.each([
    "https://www.nhs.uk/conditions/",
    "https://mychart.clinic.org/",
    "https://www.irs.gov/",
    "https://www.gov.uk/",
    "https://www.service-public.fr/",
    "https://agenciatributaria.gob.es/",
    "https://city.go.jp/",
    "https://www.sa.gov.au/",
    "https://www.navy.mil/",
    "https://pornhub.com/",
    "https://de.xhamster.com/x",
    "https://some-porn-site.com/",
    "https://anything.xxx/",
    "https://online-banking.mybank.de/",
    "https://meine.deutsche-bank.de/",
    "https://www.chase.com/login",
    "https://app.wise.com/",
    "https://www.paypal.com/signin",
    "https://login.fidelity.com/",
  ])("%s is sensitive", (url) => expect(quietReason(url)).toBe("sensitive"));

  test.each([
    "https://www.nike.com/",
    "https://sunny.example/",
    "https://shop.sunny.example/rye",
    "https://www.chase.com/",
    "https://www.paypal.com/us/home",
    "https://www.essex.ac.uk/",
    "https://www.sussexbakery.co.uk/",
    "https://www.xxxlutz.de/",
    "https://www.boots.com/",
    "https://www.go.com/",
    "https://govino.com/",
    "https://cam.ac.uk/",
    "https://mybankrupt.shop/",
    "https://www.bank-furniture.de/",
    "https://govee.com/",
    "https://sexton.com/",
  ])("%s is ordinary", (url) => expect(quietReason(url)).toBeUndefined());

  test("with facts, log-ins and articles are quiet too, and the address comes first", () => {
    const url = "https://sunny.example/x";
    expect(quietReason(url, { kind: "home", hasPassword: true })).toBe("password");
    expect(quietReason(url, { kind: "login", hasPassword: false })).toBe("password");
    expect(quietReason(url, { kind: "article", hasPassword: false })).toBe("article");
    expect(quietReason(url, { kind: "product", hasPassword: false })).toBeUndefined();
    expect(quietReason("https://nhs.uk/", { kind: "article", hasPassword: true })).toBe("sensitive");
    expect(quietReason("http://10.0.0.1/", { kind: "article", hasPassword: true })).toBe("local");
  });

  test("the lists hold hosts alone, each once", () => {
    for (const list of [healthSites, financeSites, governmentSites, adultSites]) {
      expect(list.filter((site) => !/^[a-z\d-]+(?:[.][a-z\d-]+)+$/.test(site))).toEqual([]);
      expect(new Set(list).size).toBe(list.length);
    }
  });
});
