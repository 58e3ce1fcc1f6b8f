/** Longer than any address worth reading. */
const longestLink = 2_000;

/** Where the run of signs without space or quote that begins at `start` ends. */
export function linkEnd(text: string, start: number, end: number): number {
  const last = Math.min(end, start + longestLink);
  let at = start;
  while (at < last && !endsLink(text.charCodeAt(at))) at++;
  // What closes the sentence is not part of the address.
  while (at > start + 1 && ".,;:!?)".includes(text.charAt(at - 1))) at--;
  return at;
}

function endsLink(unit: number): boolean {
  return unit <= 0x20 || unit === 0x22 || unit === 0x3c || unit === 0x3e || unit === 0xa0 || unit >= 0x2018;
}

/** Endings under which a word with a dot is an address and not two sentences without a space. */
const endings = new Set(
  `com net org info biz io ai app co shop store online de at ch fr it es pt nl be pl cz sk dk se no fi uk ie
  us ca au nz jp kr cn in br mx ar tr ru ua ro hu gr eu tv me ly gl gd be`.split(/\s+/u),
);
const hostForm = /[a-z\d][a-z\d-]{0,62}(?:\.[a-z\d][a-z\d-]{0,62}){1,4}/iy;

/** End of the address (`nike.com`, `shop.nike.com/run`) that begins at `start`; -1 where there is none. */
export function hostEnd(text: string, start: number, end: number): number {
  hostForm.lastIndex = start;
  const [host] = hostForm.exec(text) ?? [];
  if (host === undefined || start + host.length > end) return -1;
  const ending = host.slice(host.lastIndexOf(".") + 1);
  // "home.It was": an ending is written in one case with the host.
  if (!endings.has(ending) && !(endings.has(ending.toLowerCase()) && host === host.toUpperCase())) return -1;
  const next = text.charCodeAt(start + host.length);
  return next === 0x2f || next === 0x3f ? linkEnd(text, start, end) : start + host.length;
}
