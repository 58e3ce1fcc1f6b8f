import { describe, expect, it } from "vitest";
import { problem } from "../../lib/model/result.ts";
import type { Net } from "../../lib/net/index.ts";
import { FakeServer, reply, signReviews } from "../../tests/support/sync-world.ts";
import { checkFeed, checkServer, type Finding } from "./checks.ts";

const server = "https://server.example";

function netOf(fake: FakeServer): Net {
  return {
    request: async (request) => {
      const signature = new URL(request.url).searchParams.get("signature");
      if (signature === null) return fake.answer(request);
      const rows = fake.tokens.filter((token) => token.signature === signature);
      return reply(JSON.stringify({ reviews: rows.map(({ jwt }) => ({ jwt, signature })) }));
    },
  };
}

function statesOf(findings: readonly Finding[]): Record<string, string> {
  return Object.fromEntries(findings.map(({ what, state }) => [what, state]));
}

describe("what the first person online is told", () => {
  it("a server by the contract is as expected in everything", async () => {
    const findings = await checkServer(netOf(new FakeServer(await signReviews(120))), server);
    expect(findings.map(({ state }) => state)).toEqual(findings.map(() => "ok"));
    expect(findings).toHaveLength(7);
  });

  it("a server without `offset` differs, and only in that", async () => {
    const fake = new FakeServer(await signReviews(120));
    fake.isOld = true;
    const states = statesOf(await checkServer(netOf(fake), server));
    expect(Object.keys(states).filter((what) => states[what] !== "ok")).toEqual(["offset"]);
  });

  it("another shape is named where it begins", async () => {
    const net: Net = { request: async () => reply('{"reviews":{"rows":[]}}') };
    expect(await checkServer(net, server)).toContainEqual(
      expect.objectContaining({
        what: "shape of the reply",
        state: "differs",
        note: expect.stringMatching(/^reviews: /),
      }),
    );
  });

  it("being offline is no difference", async () => {
    const net: Net = { request: async () => problem("offline", { reason: "unreachable" }) };
    expect(await checkServer(net, server)).toMatchObject([{ state: "unreachable" }]);
    expect(await checkFeed(net, server)).toMatchObject([{ state: "unreachable", what: "head.json" }]);
  });

  it("a refusal is one, in the server's words", async () => {
    const net: Net = {
      request: async () => problem("refused", { reason: "http-410", status: 410, text: "Gone for good" }),
    };
    expect(await checkServer(net, server)).toMatchObject([
      { state: "differs", note: "refused: http-410: Gone for good" },
    ]);
  });
});
