import { describe, expect, it } from "vitest";
import { instanceOrigin } from "./instance-origin.ts";

describe("the origin of an instance", () => {
  it.each([
    ["fosstodon.org", "https://fosstodon.org"],
    ["  https://fosstodon.org/@ann?x=1#y ", "https://fosstodon.org"],
    ["https://Lemmy.World:8443/c/shoes", "https://lemmy.world:8443"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
    ["http://localhost:8080/x", "http://localhost:8080"],
    ["bücher.example", "https://xn--bcher-kva.example"],
  ])("of %s is %s", (text, origin) => expect(instanceOrigin(text)).toBe(origin));

  it.each([
    "",
    "fosstodon",
    "http://fosstodon.org",
    "https://ann:secret@fosstodon.org",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "two words",
    "https://.org",
  ])("is none for %j", (text) => expect(instanceOrigin(text)).toBeUndefined());
});
