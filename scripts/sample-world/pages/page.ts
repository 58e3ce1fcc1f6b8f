/** A page as the sample server answers it. */
export interface SamplePage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** One site: its pages by path. */
export type SampleSite = Map<string, SamplePage>;

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);
}

/** JSON for inside a `script` element, which must not contain `</script`. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value, undefined, 1).replaceAll("<", "\\u003c");
}

export function jsonLd(value: unknown): string {
  return `<script type="application/ld+json">${scriptJson(value)}</script>`;
}

export interface Frame {
  readonly host: string;
  readonly siteName: string;
  readonly title: string;
  readonly lang?: string;
  readonly dir?: "rtl" | undefined;
  /** Path of the page; sites without markup leave out its canonical address. */
  readonly canonical?: string;
  readonly head?: string;
  readonly nav?: readonly (readonly [label: string, href: string])[];
  readonly footer: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole HTML page around `main`. */
export function htmlPage(frame: Frame, main: string): SamplePage {
  const { host, siteName, title, lang = "en", dir, canonical, head = "", nav = [], footer, headers } = frame;
  const links = nav.map(([label, href]) => `<a href="${href}">${escapeHtml(label)}</a>`).join("");
  const address = canonical === undefined ? "" : `<link rel="canonical" href="https://${host}${canonical}">`;
  const body = `<!doctype html>
<html lang="${lang}"${dir ? ` dir="${dir}"` : ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${address}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
${head}
</head>
<body>
<header class="bar"><a class="brand" href="/">${escapeHtml(siteName)}</a><nav>${links}</nav></header>
<main>
${main}
</main>
<footer>${footer}<br>A page of the Backtalk sample world. Everything on it is invented.</footer>
</body>
</html>
`;
  return { body, headers: { "content-type": "text/html; charset=utf-8", ...headers } };
}

function filePage(type: string, body: string): SamplePage {
  return { body, headers: { "content-type": type, "cache-control": "max-age=60" } };
}

/** What every site has: its style and its icon. */
export function siteFiles(style: string, hue: number, letter: string): SampleSite {
  const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="hsl(${hue} 56% 36%)"/><text x="16" y="23" text-anchor="middle" font-family="sans-serif" font-size="19" font-weight="700" fill="#fff">${escapeHtml(letter)}</text></svg>`;
  return new Map([
    ["/style.css", filePage("text/css; charset=utf-8", style)],
    ["/favicon.svg", filePage("image/svg+xml", icon)],
  ]);
}

export function starLine(value: number, count: number): string {
  return `<p class="stars">${value.toFixed(1)} of 5 <span class="muted">(${count.toLocaleString("en")} ratings)</span></p>`;
}
