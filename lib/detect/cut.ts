/**
 * At most `length` characters of a string, trimmed; `""` for everything else: pages can put elements where DOM
 * properties are expected (`<form name="title">`).
 */
export function cut(value: unknown, length = 2000): string {
  return typeof value === "string" ? value.trim().slice(0, length) : "";
}
