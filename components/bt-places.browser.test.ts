import { background, commands, fakeBrowser, useLanguage } from "./testing/extension.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "./bt-places.ts";
import { problem } from "../lib/model/result.ts";
import { searchChoices, searchHosts, searchOrigins } from "../lib/settings.ts";
import {
  deepAll,
  deepText,
  emptyDatabases,
  expectAccessible,
  expectReflow,
  find,
  mount,
  picture,
  until,
  useTheme,
} from "./testing/mount.ts";
import { answerSources } from "./testing/records.ts";

async function open(): Promise<HTMLElement> {
  const places = mount(document.createElement("bt-places"));
  await until(() => box("Mastodon")?.disabled === false, "the sources");
  return places;
}

const box = (name: string): HTMLInputElement | undefined =>
  find<HTMLInputElement>("input[type=checkbox]", name);

const press = (label: string): void => find<HTMLButtonElement>("button", label)!.click();

/** Types an address for another instance of Mastodon and adds it. */
function add(address: string): void {
  const field = find<HTMLInputElement>("input[name=origin]", "Mastodon")!;
  field.value = address;
  field.form!.requestSubmit();
}

beforeEach(async () => {
  fakeBrowser.reset();
  commands.length = 0;
  answerSources();
  useTheme("light");
  await emptyDatabases();
});
afterEach(() => useLanguage("en", "ltr"));

describe("places that can be searched", () => {
  it("say what is sent and when, what each is, and under which licence", async () => {
    await searchHosts.setValue(["hn.algolia.com", "mastodon.social"]);
    const places = await open();
    const text = deepText(places);
    expect(text).toContain("only when you press Search");
    expect(text).toContain("U.S. Consumer Product Safety Commission · US public domain");
    expect(text).toContain("Offered where a brand's own page names its forum.");
    expect(deepAll("h3").map((title) => deepText(title).trim())).toEqual([
      "Conversations",
      "Official records",
      "Reference works",
      "Hosts you agreed to ask",
    ]);
    await picture("places-light", 800, 1000);
    useTheme("dark");
    await picture("places-dark", 800, 1000);
    await picture("places-320", 320, 1600);
    expectReflow();
    await expectAccessible();
    expect(commands.map(({ name }) => name)).toEqual(["listSources"]);
  });

  it("are ticked unless the person says otherwise, every place of a source together", async () => {
    await searchOrigins.setValue({ mastodon: ["https://a.example", "https://b.example"] });
    await searchChoices.setValue({ "mastodon https://a.example": false });
    await open();
    await until(() => box("Mastodon")?.indeterminate, "some of them");
    expect(box("Hacker News")?.checked).toBe(true);
    box("Hacker News")?.click();
    await until(async () => (await searchChoices.getValue())["hackernews https://hn.algolia.com"] === false);
    box("Mastodon")?.click();
    await until(async () => {
      const choices = await searchChoices.getValue();
      const all = [choices["mastodon https://a.example"], choices["mastodon https://b.example"]];
      return all[0] === all[1] && !box("Mastodon")?.indeterminate;
    });
  });

  it("say that the list cannot be had, and try again", async () => {
    background.listSources = async () => problem("bug");
    mount(document.createElement("bt-places"));
    await until(() => find("[role=alert]", "The list of places cannot be shown."), "the word");
    answerSources();
    press("Try again");
    await until(() => box("Mastodon"), "the sources");
    expect(find("[role=alert]", "cannot be shown")).toBeUndefined();
  });
});

describe("instances of a federated network", () => {
  it("are added by name or address, and none twice", async () => {
    await open();
    add(" fosstodon.org/@ann ");
    await until(() => find(".place", "fosstodon.org"), "the instance");
    expect(await searchOrigins.getValue()).toEqual({
      mastodon: ["https://mastodon.social", "https://fosstodon.org"],
    });
    add("https://fosstodon.org");
    await until(() => find("[role=status]", "on the list already"), "the word");
    expect(find<HTMLInputElement>("input[name=origin]", "Mastodon")?.getAttribute("aria-invalid")).toBe(
      "true",
    );
    expect((await searchOrigins.getValue())["mastodon"]).toHaveLength(2);
    // Being listed is no consent: that is given by a press on Search.
    expect(await searchHosts.getValue()).toEqual([]);
    await expectAccessible();
  });

  it.each(["http://fosstodon.org", "javascript:alert(1)", "nothing", ""])(
    "are refused for what is no address of a server: %j",
    async (address) => {
      await open();
      add(address);
      await until(() => find("[role=status]", "This must be an https address."), "the word");
      expect(await searchOrigins.getValue()).toEqual({});
    },
  );

  it("are taken out with the consent to ask them and what was chosen for them", async () => {
    await searchHosts.setValue(["mastodon.social", "hn.algolia.com"]);
    await searchChoices.setValue({ "mastodon https://mastodon.social": true });
    await open();
    press("mastodon.social");
    await until(() => find("li", "None: then it is not offered."), "the empty list");
    expect(await searchOrigins.getValue()).toEqual({ mastodon: [] });
    await until(async () => (await searchHosts.getValue()).length === 1, "the consent withdrawn");
    await until(async () => Object.keys(await searchChoices.getValue()).length === 0, "the choice forgotten");
    press("Mastodon: back to our choice");
    await until(() => find(".place", "mastodon.social"), "our own again");
    expect(await searchOrigins.getValue()).toEqual({});
  });
});

describe("hosts that were agreed to", () => {
  it("are taken back one by one; the focus is not lost", async () => {
    await searchHosts.setValue(["hn.algolia.com", "a-very-long-name-of-a-host.that-goes-on.example"]);
    await open();
    press("Take back that hn.algolia.com may be asked");
    await until(() => find("[role=status]", "hn.algolia.com is not asked any more."), "the word");
    expect(await searchHosts.getValue()).toEqual(["a-very-long-name-of-a-host.that-goes-on.example"]);
    const hosts = deepAll("bt-agreed-hosts")[0];
    expect(hosts?.shadowRoot?.activeElement?.tagName).toBe("H3");
  });

  it("are none at first", async () => {
    await open();
    expect(find("bt-agreed-hosts", "None so far.")).toBeDefined();
  });

  it("read from right to left where the browser does", async () => {
    useLanguage("he", "rtl");
    await searchHosts.setValue(["hn.algolia.com"]);
    await open();
    await picture("places-rtl", 320, 1600);
    expectReflow();
    await expectAccessible();
  });
});
