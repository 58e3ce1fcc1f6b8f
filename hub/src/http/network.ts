/** An IPv6 customer has at least a /64; counting single addresses would limit nobody. */
export function customerOf(address: string): string {
  const mapped = /^::ffff:(\d+[.]\d+[.]\d+[.]\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return address.includes(":") ? groupsOf(address).slice(0, 4).join(":") : address;
}

/**
 * What one holder of addresses can easily move about in: an IPv4 /24, an IPv6 /48. Whole villages may share one, so
 * what counts by it is generous.
 */
export function networkOf(address: string): string {
  const customer = customerOf(address);
  if (customer.includes(":")) return customer.split(":").slice(0, 3).join(":");
  return /^\d+[.]\d+[.]\d+[.]\d+$/.test(customer) ? customer.replace(/[.]\d+$/, "") : customer;
}

function groupsOf(address: string): readonly string[] {
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === "" ? 0 : tail.split(":").length);
  return [...groups, ...Array.from({ length: Math.max(0, missing) }, () => "0")];
}
