/** `data_source` of everything in the sample world. Outboxes for real servers refuse it. */
export const sampleDataSource = "https://backtalk.example/sample-world";

/** Whether a host lies under the reserved name `.example`, which nobody can own (RFC 2606 §3): the sample world. */
export function isSampleHost(host: string): boolean {
  return host === "example" || host.endsWith(".example");
}

/** Whether an address is of the sample world. */
export function isSampleAddress(address: string): boolean {
  const host = URL.parse(address)?.hostname;
  return host !== undefined && isSampleHost(host);
}
