import { addressOf } from "../../lib/model/address.ts";
import type { PageSubject, Resolution } from "../../lib/model/subject.ts";
import type { WriteIntent } from "../../lib/model/write-intent.ts";
import type { TabReading } from "../controllers/active-tab.ts";

/** The subjects of a page in the order in which they are shown. */
export function subjectsOf({ brand, product, shop }: Resolution): readonly PageSubject[] {
  return [brand, product, shop].filter((subject) => subject !== undefined);
}

/** Whether this is the page that a press was about. */
export function isOn(reading: TabReading, { tabId, url }: WriteIntent): boolean {
  if (reading.status !== "read" || reading.tabId !== tabId) return false;
  return url === undefined || addressOf(reading.state.url) === addressOf(url);
}

/** Two readings of one place show the same thing: the sidebar may take the newer one without asking. */
export function isSamePlace(a: TabReading, b: TabReading): boolean {
  return placeKey(a) === placeKey(b);
}

function placeKey(reading: TabReading): string {
  if (reading.status !== "read") return "tabId" in reading ? `${reading.tabId} ${reading.status}` : "";
  const subjects = subjectsOf(reading.state.resolution);
  if (subjects.length === 0) return `${reading.tabId} ${reading.state.url}`;
  return (
    (reading.focus ? "asked " : "") +
    JSON.stringify(subjects.map(({ lens, keys, name }) => [lens, keys[0] ?? name]))
  );
}

/** What to call a page in "Now on …". Empty where it has no name. */
export function placeName(reading: TabReading): string {
  if (reading.status !== "read") return "";
  const [first] = subjectsOf(reading.state.resolution);
  return first?.name ?? URL.parse(reading.state.url)?.hostname ?? "";
}
