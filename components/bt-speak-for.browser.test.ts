import { fakeBrowser } from "./testing/extension.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "./bt-keys.ts";
import { chooseKey, listKeys, saveKey } from "../lib/db/keys.ts";
import { generateSigningKey, lockKey } from "../lib/reviews/keys.ts";
import { readProof } from "../lib/reviews/official-proof.ts";
import { OfficialProofFile } from "../lib/schema/official-proof.ts";
import { databases } from "./databases.ts";
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

async function addKey(chosenAt: number): Promise<string> {
  // Locked: a proof needs no key that can be read out.
  const key = await lockKey(await generateSigningKey());
  const publicJwk = { ...key.publicJwk, key_ops: [...key.publicJwk.key_ops] };
  await saveKey(databases().personal, { ...key, publicJwk, backup: "saved", createdAt: 1, chosenAt });
  return key.author;
}

async function ask(domain: string): Promise<void> {
  const field = await until(() => deepAll<HTMLInputElement>("input[name=domain]")[0], "the field");
  field.closest("details")?.setAttribute("open", "");
  field.value = domain;
  field.form?.requestSubmit();
}

const texts = (): readonly string[] =>
  deepAll("pre")
    .filter((pre) => (pre.getRootNode() as ShadowRoot).host.localName === "bt-speak-for")
    .map((pre) => pre.textContent);

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabases();
});
afterEach(() => vi.restoreAllMocks());

describe("speaking for a brand", () => {
  it("gives what to paste in each of three places, each of which proves the key", async () => {
    const author = await addKey(2);
    mount(document.createElement("bt-keys"));
    await ask("https://www.Northwind.example/shoes");
    await until(() => texts().length === 3, "the three texts");
    const [file = "", link = "", record = ""] = texts();
    const parsed = OfficialProofFile.parse(JSON.parse(file));
    const proofs = [
      parsed.keys[0],
      /^<link rel="backtalk-key" href="data:,(.*)">$/.exec(link)?.[1],
      /^backtalk-key=(.*)$/.exec(record)?.[1],
    ];
    for (const proof of proofs) {
      const read = await readProof(String(proof), "northwind.example");
      expect(read.ok && read.value.author).toBe(author);
      expect(read.ok && read.value.expiresAt > Date.now() + 360 * 86_400_000).toBe(true);
    }
    expect(deepText(document.body)).toContain("https://northwind.example/.well-known/backtalk.json");
    expect(deepText(document.body)).toContain("_backtalk.northwind.example");
    useTheme("light");
    await picture("speak-for-light", 800, 1100);
    useTheme("dark");
    await picture("speak-for-dark", 400, 1300);
    await picture("speak-for-320", 320, 1500);
    expectReflow();
    await expectAccessible();
  });

  it("copies each text, and says so", async () => {
    await addKey(2);
    const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    mount(document.createElement("bt-keys"));
    await ask("northwind.example");
    (await until(() => find<HTMLButtonElement>("button", "Copy the DNS record"))).click();
    await until(() => find("[role=status]", "Copied."), "the word");
    expect(write).toHaveBeenCalledWith(texts()[2]);
    write.mockRejectedValue(new DOMException("no", "NotAllowedError"));
    find<HTMLButtonElement>("button", "Copy the file")?.click();
    await until(() => find("[role=status]", "Select the text"), "what to do instead");
  });

  it("says what a domain is where none was given, and shows nothing to paste", async () => {
    await addKey(2);
    mount(document.createElement("bt-keys"));
    await ask("northwind");
    await until(() => find("[role=status]", "brand.example"), "the mistake");
    expect(texts()).toEqual([]);
    expect(deepAll<HTMLInputElement>("input[name=domain]")[0]?.getAttribute("aria-invalid")).toBe("true");
  });

  it("takes away what one key signed when another is chosen", async () => {
    await addKey(3);
    const other = await addKey(2);
    mount(document.createElement("bt-keys"));
    await ask("northwind.example");
    await until(() => texts().length === 3, "the texts");
    await chooseKey(databases().personal, other, 4);
    await until(() => texts().length === 0, "nothing of the other key");
    expect((await listKeys(databases().personal))[0]?.author).toBe(other);
  });

  it("needs a key", async () => {
    mount(document.createElement("bt-keys"));
    await until(() => find("button", "Make a fresh key"));
    expect(deepAll("bt-speak-for")).toEqual([]);
  });
});
