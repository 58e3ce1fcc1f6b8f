import { beforeEach, expect, it, vi } from "vitest";
import type { BucketHold } from "../model/bucket.ts";
import { ok, problem, type Result } from "../model/result.ts";
import { type BucketDependencies, createBucketReader } from "./read-bucket.ts";

const [one, two, plain] = [
  "https://one.example/f",
  "https://two.example/f",
  "https://plain.example/f",
] as const;
const brandId = "kettle.example";

let listed: readonly string[];
let take: ReturnType<typeof vi.fn<BucketDependencies["take"]>>;
let onStored: ReturnType<typeof vi.fn<BucketDependencies["onStored"]>>;
let read: ReturnType<typeof createBucketReader>;
beforeEach(() => {
  listed = [one, two, plain];
  const buckets = new Map<string, BucketHold>([
    [one, "brands"],
    [two, "texts"],
  ]);
  take = vi.fn<BucketDependencies["take"]>(async () => ok(undefined));
  onStored = vi.fn<BucketDependencies["onStored"]>(async () => undefined);
  read = createBucketReader({
    feeds: async () => listed,
    bucketsOf: async (feed) => buckets.get(feed),
    take,
    onStored,
  });
});

const asked = (): readonly string[] => take.mock.calls.map(([feed]) => feed);

it("asks the feeds that the button named, and shows what came", async () => {
  expect(await read({ brandId, feeds: [one, two] })).toEqual(ok(undefined));
  expect(take.mock.calls).toEqual([
    [one, brandId],
    [two, brandId],
  ]);
  expect(onStored).toHaveBeenCalledOnce();
});

it("asks no feed that was not named", async () => {
  await read({ brandId, feeds: [two] });
  expect(asked()).toEqual([two]);
});

it.each([
  ["is not listed", "https://stranger.example/f"],
  ["has no buckets", plain],
])("asks no feed that %s, and says that there is nothing", async (_what, feed) => {
  expect(await read({ brandId, feeds: [feed] })).toMatchObject({
    error: { code: "refused", params: { reason: "not-found" } },
  });
  expect(take).not.toHaveBeenCalled();
  expect(onStored).not.toHaveBeenCalled();
});

it("keeps what one feed brought, and says why another did not", async () => {
  take.mockImplementation(async (feed) => (feed === one ? problem("timeout") : ok(undefined)));
  expect(await read({ brandId, feeds: [one, two] })).toMatchObject({ error: { code: "timeout" } });
  expect(onStored).toHaveBeenCalledOnce();
});

it("asks once for two presses at a time, and anew for a later one", async () => {
  const answer = Promise.withResolvers<Result<void>>();
  take.mockImplementationOnce(() => answer.promise);
  const both = [read({ brandId, feeds: [one] }), read({ brandId, feeds: [one] })];
  await vi.waitFor(() => expect(take).toHaveBeenCalledOnce());
  answer.resolve(problem("offline"));
  expect((await Promise.all(both)).map((result) => result.ok)).toEqual([false, false]);
  expect(take).toHaveBeenCalledOnce();
  expect(await read({ brandId, feeds: [one] })).toEqual(ok(undefined));
});
