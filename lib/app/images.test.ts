import { describe, expect, it, vi } from "vitest";
import type { Net, NetRequest } from "../net/index.ts";
import { ok } from "../model/result.ts";
import { imageType, loadImage } from "./images.ts";

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);

function answering(bytes: Uint8Array<ArrayBuffer>) {
  const request = vi.fn<(request: NetRequest) => ReturnType<Net["request"]>>(() =>
    Promise.resolve(ok({ status: 200, bytes, text: () => "", notModified: false })),
  );
  const netFor = vi.fn<(host: string) => Net>(() => ({ request }));
  return { netFor, request };
}

describe("images of reviews", () => {
  it("come as data URLs, for the one host that was pressed", async () => {
    const { netFor, request } = answering(png);
    const result = await loadImage("https://img.example/a.png?x=1", netFor);
    expect(result).toEqual(ok(`data:image/png;base64,${btoa(String.fromCharCode(...png))}`));
    expect(netFor).toHaveBeenCalledWith("img.example");
    expect(request).toHaveBeenCalledWith(expect.objectContaining({ purpose: "image", cause: "person" }));
  });

  it.each([["http://img.example/a.png"], ["data:image/png,x"], ["javascript:alert(1)"], ["nonsense"]])(
    "are not fetched from %s",
    async (url) => {
      const { netFor } = answering(png);
      expect(await loadImage(url, netFor)).toMatchObject({ ok: false, error: { code: "refused" } });
      expect(netFor).not.toHaveBeenCalled();
    },
  );

  it.each([
    ["https://localhost/a.png"],
    ["https://127.0.0.1:8443/a.png"],
    ["https://2130706433/a.png"],
    ["https://192.168.1.1/reboot"],
    ["https://[::1]/a.png"],
    ["https://printer.local/a.png"],
    ["https://intranet/a.png"],
  ])("are not fetched from the person's own network: %s", async (url) => {
    const { netFor } = answering(png);
    expect(await loadImage(url, netFor)).toMatchObject({
      error: { code: "refused", params: { reason: "local-address" } },
    });
    expect(netFor).not.toHaveBeenCalled();
  });

  it("are known by their bytes: a drawing with scripts in it is none", async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
    const { netFor } = answering(svg);
    expect(await loadImage("https://img.example/a.png", netFor)).toMatchObject({
      error: { code: "bad-shape" },
    });
    expect(imageType(new Uint8Array())).toBeUndefined();
    expect(imageType(new TextEncoder().encode("RIFF0000WEBPVP8 "))).toBe("image/webp");
    expect(imageType(new TextEncoder().encode("RIFF0000WAVEfmt "))).toBeUndefined();
  });

  it("may be large", async () => {
    const large = new Uint8Array(200_000);
    large.set(png);
    const result = await loadImage("https://img.example/a.png", answering(large).netFor);
    expect(result.ok && result.value.length).toBeGreaterThan(266_000);
  });
});
