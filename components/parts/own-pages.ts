/** Opens a page of ours in a tab of its own: `options.html#ledger`. */
export function openOwnPage(path: string): void {
  open(`/${path}`, "_blank", "noopener");
}

/** The address of the page about one author. */
export function authorPage(author: string): string {
  return `author.html?key=${encodeURIComponent(author)}`;
}
