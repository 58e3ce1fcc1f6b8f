import { addItems } from "../../lib/db/research-items.ts";
import type { NewItem } from "../../lib/model/research/item.ts";
import { databases } from "../databases.ts";
import { deepAll, deepText, until } from "./mount.ts";
import { aCollection, anItem, sampleNoon } from "./research.ts";

const brands = ["Northwind", "Fabrikam", "Tailspin"] as const;

/** The `index`-th: brands take turns, every third is on Reddit. */
export function said(index: number, changes: Partial<NewItem> = {}): NewItem {
  const name = brands[index % 3] ?? "Northwind";
  const text = `Pair ${index} of ${name} this year. The soles again.`;
  const start = text.indexOf(name);
  return anItem(index, {
    text,
    site: index % 3 === 0 ? "reddit" : "mastodon",
    mentions: [
      {
        brandId: `${name.toLowerCase()}.example`,
        name,
        span: { start, end: start + name.length },
        confidence: 0.9,
        reasons: ["distinctive-name", "link"],
      },
    ],
    ...changes,
  });
}

/** A collection with items, as after some browsing. */
export async function study(count = 30): Promise<number[]> {
  const { research } = databases();
  await research.collections.bulkPut([
    await aCollection(),
    await aCollection({ id: "pilot", name: "Pilot", createdAt: 1 }),
  ]);
  await research.sessions.put({
    id: "session-1",
    collection: "returns-study",
    plan: {
      collection: "returns-study",
      keep: { kind: "mentions", confidence: 0.6, brands: [] },
      sites: ["mastodon", "reddit"],
      sampleRate: 0.1,
      minutes: 60,
    },
    seed: "0",
    detector: { extension: "0.1.0", directory: "0123456789abcdef" },
    startedAt: sampleNoon,
    endsAt: sampleNoon + 3_600_000,
    pauses: [],
    ended: { at: sampleNoon + 2_520_000, why: "person" },
    seen: 1904,
    kept: 30,
    sampled: 2,
    notPublic: 4,
  });
  const items = Array.from({ length: count }, (_, index) => said(index));
  return (await addItems(research, items)).map((seq) => seq ?? 0);
}

export const rows = (): HTMLElement[] => deepAll(".body .row");
export const status = (text: string): Promise<HTMLElement> =>
  until(() => find(".status [role=status]", text), text);

/** A selector, or one inside the shadow of an element. */
type Where = string | readonly [host: string, inside: string];

export function all<E extends HTMLElement = HTMLElement>(where: Where): E[] {
  if (typeof where === "string") return deepAll<E>(where);
  return deepAll(where[0]).flatMap(({ shadowRoot }) => (shadowRoot ? deepAll<E>(where[1], shadowRoot) : []));
}

export function find<E extends HTMLElement = HTMLElement>(where: Where, text = ""): E | undefined {
  return all<E>(where).find((element) =>
    `${element.getAttribute("aria-label") ?? ""} ${deepText(element)}`.includes(text),
  );
}

export const press = async (where: Where, text: string): Promise<void> =>
  (await until(() => find(where, text), text)).click();
