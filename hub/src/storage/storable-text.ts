/**
 * Text as both databases can take it. What is stored never needs this (lib/reviews rejects such tokens); what
 * is asked for may hold anything, and then simply finds nothing.
 */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}
