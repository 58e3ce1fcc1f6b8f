import { describe, expect, it } from "vitest";
import { generateSigningKey } from "./keys.ts";
import { isKeyOf, keyLink, readKeyLink } from "./key-link.ts";

const { author, kid } = await generateSigningKey();

describe("a key as a link", () => {
  it("comes back as the same author, with the name it was given", async () => {
    const link = keyLink(kid, "Anna K 100%");
    expect(link).toMatch(/^backtalk-key:[\w-]{122}#Anna%20K%20100%25$/);
    expect(await readKeyLink(` ${link ?? ""}\n`)).toEqual({
      ok: true,
      value: { author, kid, name: "Anna K 100%" },
    });
    expect(await readKeyLink(keyLink(kid) ?? "")).toEqual({ ok: true, value: { author, kid } });
  });

  it("carries no name that could turn the words around it", async () => {
    const [bare = ""] = (keyLink(kid) ?? "").split("#");
    const read = await readKeyLink(`${bare}#${encodeURIComponent("\u202eannA\u200b")}`);
    expect(read).toEqual({ ok: true, value: { author, kid, name: "annA" } });
    expect(await readKeyLink(`${bare}#50%`)).toMatchObject({ ok: true, value: { name: "50%" } });
  });

  it("is also read from the line in tokens and from pages that list a key", async () => {
    expect(await readKeyLink(kid)).toEqual({ ok: true, value: { author, kid } });
    const page = `https://reviews.example/list?kid=${encodeURIComponent(kid)}`;
    expect(await readKeyLink(page)).toEqual({ ok: true, value: { author, kid } });
    expect(await readKeyLink(`https://reviews.example/list?kid=${kid}`)).toMatchObject({
      ok: true,
      value: { author },
    });
  });

  it("is passed on as an author's only where it is theirs", async () => {
    const other = await generateSigningKey();
    expect([isKeyOf(kid, author), isKeyOf(other.kid, author), isKeyOf("pem", author)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("is refused where it is none", async () => {
    const refused = { ok: false, error: "not-a-key" };
    expect(await readKeyLink("")).toEqual(refused);
    expect(await readKeyLink("https://reviews.example/list?kid=anna")).toEqual(refused);
    expect(await readKeyLink("backtalk-key:AAAA#Anna")).toEqual(refused);
    expect(await readKeyLink("x".repeat(1_000_000))).toEqual(refused);
    expect(keyLink("anna")).toBeUndefined();
  });

  it("is refused where its point is on no curve", async () => {
    const [link = ""] = (keyLink(kid) ?? "").split("#");
    const damaged = `${link.slice(0, 60)}${link[60] === "A" ? "B" : "A"}${link.slice(61)}`;
    expect(await readKeyLink(damaged)).toEqual({ ok: false, error: "broken" });
  });
});
