/**
 * A `fetch` that says who asks.
 *
 * @param contact - How whoever runs this can be reached.
 */
export function saysWho(send: typeof fetch, contact: string | undefined): typeof fetch {
  const agent = `BacktalkHub/1${contact === undefined ? "" : ` (+${contact})`}`;
  return (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set("User-Agent", agent);
    return send(url, { ...init, headers });
  };
}
