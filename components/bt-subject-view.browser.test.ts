import { fakeBrowser } from "./testing/extension.ts";
import { beforeEach, expect, it } from "vitest";
import "./bt-subject-view.ts";
import { emptySummary } from "../lib/db/summary-difference.ts";
import type { PageSubject } from "../lib/model/subject.ts";
import { emptyDatabases, find, mount, until } from "./testing/mount.ts";
import { brandPage } from "./testing/tab-states.ts";
import { brandUri } from "./testing/world.ts";

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabases();
});

it("shows nothing below a figure that is still to come, which would push it away", async () => {
  const subject: PageSubject = brandPage.resolution.brand!;
  const view = mount(Object.assign(document.createElement("bt-subject-view"), { subject, state: brandPage }));
  await until(() => find("section", "Who stands behind"), "what the page tells");
  expect(find("[role=tabpanel]")?.checkVisibility()).toBe(false);
  expect(find("[role=progressbar]")).toBeDefined();
  view.summary = emptySummary(brandUri);
  await until(() => find("[role=tabpanel]")?.checkVisibility(), "the rest");
  expect(find("[role=progressbar]")).toBeUndefined();
});
