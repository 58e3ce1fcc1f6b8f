import { fakeBrowser } from "../testing/extension.ts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import "./bt-collection-new.ts";
import { databases } from "../databases.ts";
import { choose, fill, press } from "../testing/fields.ts";
import {
  emptyDatabases,
  expectAccessible,
  expectReflow,
  find,
  mount,
  picture,
  until,
  useTheme,
} from "../testing/mount.ts";

const passphrase = "four words of a kind";
const research = () => databases().research;

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabases();
  await Promise.all(research().tables.map((table) => table.clear()));
});

/** Files that were offered as downloads, by name. */
function downloads(): { readonly name: string; readonly blob: Blob }[] {
  const saved: { name: string; blob: Blob }[] = [];
  const blobs = new Map<string, Blob>();
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    const url = `blob:${blobs.size}`;
    blobs.set(url, blob as Blob);
    return url;
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: blobs.get(this.href)! });
  });
  return saved;
}

async function openNew(): Promise<HTMLElementTagNameMap["bt-collection-new"]> {
  const element = mount(document.createElement("bt-collection-new"));
  await element.show();
  return element;
}

describe("a new collection", () => {
  it("begins as safe as can be, and is told of once it is stored", async () => {
    const element = await openNew();
    const told: string[] = [];
    element.addEventListener("bt-collection", ({ detail }) => told.push(detail.id));
    fill("[name=name]", "  Returns study ");
    fill("[name=coder]", "Ada");
    await press("Create the collection");
    await until(() => told.length > 0, "the event");
    const [stored] = await research().collections.toArray();
    expect(stored).toMatchObject({
      id: told[0],
      name: "Returns study",
      coder: "Ada",
      privacy: { pseudonymise: true, keepMedia: false, audience: "public-only", retentionDays: 365 },
    });
    expect(stored?.hashKey.extractable).toBe(false);
    expect(find<HTMLDialogElement>("dialog")?.open).toBe(false);
  });

  it("says what is missing and goes there", async () => {
    await openNew();
    choose("[name=audience][value=any]");
    await press("Create the collection");
    await until(() => find("[role=alert]", "A collection needs a name."), "the fault");
    await until(
      () => find("bt-collection-new")?.shadowRoot?.activeElement?.getAttribute("name") === "name",
      "the focus",
    );
    fill("[name=name]", "x");
    await press("Create the collection");
    await until(() => find("[role=alert]", "Say why, please."), "the fault");
    fill("[name=audience-note]", "Members agreed");
    await press("Create the collection");
    const stored = await until(() => research().collections.toCollection().first());
    expect(stored.privacy).toMatchObject({ audience: "any", audienceNote: "Members agreed" });
    // A second coder's file has to say whom it is for.
    expect(stored.coder).toBe("first coder");
  });

  it("with a key saves the private one as a file, and keeps the public one alone", async () => {
    const saved = downloads();
    await openNew();
    fill("[name=name]", "Rückgaben / 2026");
    choose("[name=seal]");
    await until(() => find("[name=passphrase]"));
    fill("[name=passphrase]", passphrase);
    fill("[name=repeated]", "something else");
    await press("Create the collection");
    await until(() => find("[role=alert]", "The two are not the same."), "the fault");
    fill("[name=repeated]", passphrase);
    await press("Create the collection");
    const stored = await until(() => research().collections.toCollection().first());
    expect(Object.keys(stored.privacy.sealTo ?? {}).toSorted()).toEqual(["crv", "kty", "x", "y"]);
    expect(saved.map(({ name }) => name)).toEqual(["rückgaben-2026-key.jwe"]);
    expect((await saved[0]?.blob.text())?.split(".")).toHaveLength(5);
    expect(find<HTMLInputElement>("[name=passphrase]")).toBeUndefined();
    vi.restoreAllMocks();
  });

  it.each([1280, 320])("can be read and used by everybody at %i px", async (width) => {
    await openNew();
    choose("[name=seal]");
    choose("[name=audience][value=any]");
    await until(() => find("[name=audience-note]"));
    await picture(`research-collection-new-${width}`, width, 1000);
    expectReflow();
    await expectAccessible();
    await picture(`research-collection-new-${width}-dark`, width, 1000);
    useTheme("light");
  });
});
