/** An address without its fragment: moving inside a page is not another page. */
export function addressOf(url: string): string;
export function addressOf(url: string | undefined): string | undefined;
export function addressOf(url: string | undefined): string | undefined {
  return url?.split("#", 1)[0];
}

/** `undefined` for what is no address. */
export function originOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : URL.parse(url)?.origin;
}
