import { codeKey, t } from "../../lib/i18n.ts";
import { noBehind } from "../../lib/model/behind.ts";
import type { Behind, BehindSource, Party, Said } from "../../lib/model/behind.ts";
import type { OrganizationFacts } from "../../lib/model/page.ts";

/** One line of what a page says of itself. */
export interface BehindRow {
  readonly label: string;
  readonly values: readonly string[];
  /** Where it stands on the page, in words. */
  readonly from?: string;
}

/** What a page tells of who is behind it: from its markup at once, from its texts once they were read. */
export interface BehindFacts {
  readonly organization: OrganizationFacts | undefined;
  readonly behind: Behind | undefined;
  /** The shop's name, as the page was understood. */
  readonly seller: string | undefined;
}

/** Named only where given; a legal name equal to the name says nothing new. */
export function behindRows({ organization, behind, seller }: BehindFacts): readonly BehindRow[] {
  const said = behind ?? noBehind;
  const markup = organization ?? { sameAs: [] };
  const legalName = said.legalName ?? inMarkup(markup.legalName);
  const known = new Set([markup.name, legalName?.value]);
  const soldBy = said.seller ?? (seller === undefined ? undefined : { value: seller });
  const rows: readonly (BehindRow | undefined)[] = [
    row("behind_name", markup.name === legalName?.value ? undefined : inMarkup(markup.name)),
    row("behind_legal_name", legalName),
    row("behind_address", said.address ?? inMarkup(markup.address)),
    row("behind_contact", said.email),
    row("behind_contact", said.phone),
    ...vatNumbers(markup, said).map((number) => row("behind_vat", number)),
    ...said.registers.map(({ label, value, from }) =>
      row("behind_register", { value: `${label} ${value}`, from }),
    ),
    row("behind_lei", inMarkup(markup.lei)),
    party("behind_responsible", said.responsible),
    party("behind_maker", said.maker),
    row("behind_seller", known.has(soldBy?.value) ? undefined : soldBy),
  ];
  return together(rows.filter((each) => each !== undefined));
}

/** Text and where it was read, where that is worth a word. */
type Given = Pick<Said, "value"> & Partial<Pick<Said, "from">>;

function inMarkup(value: string | undefined): Given | undefined {
  return value ? { value, from: "structured-data" } : undefined;
}

/** The markup's own stays where the page's texts give none: its check digits may be wrong, but it is what it says. */
function vatNumbers({ vatId }: OrganizationFacts, { vat }: Behind): readonly Given[] {
  if (vat.length > 0) return vat;
  const own = inMarkup(vatId);
  return own ? [own] : [];
}

function row(label: Parameters<typeof t>[0], given: Given | undefined): BehindRow | undefined {
  if (!given) return undefined;
  return { label: t(label), values: [given.value], ...(given.from && { from: fromWords(given.from) }) };
}

function party(label: Parameters<typeof t>[0], given: Party | undefined): BehindRow | undefined {
  if (!given) return undefined;
  const values = [given.name, given.address, given.contact].filter((value) => value !== undefined);
  return { label: t(label), values, from: fromWords(given.from) };
}

function fromWords(from: BehindSource): string {
  return t(codeKey("behind_from", from));
}

/** Rows of one label that were read in one place stand together. */
function together(rows: readonly BehindRow[]): readonly BehindRow[] {
  const all: BehindRow[] = [];
  for (const each of rows) {
    const last = all.at(-1);
    if (last && last.label === each.label && last.from === each.from)
      all[all.length - 1] = { ...last, values: [...last.values, ...each.values] };
    else all.push(each);
  }
  return all;
}
