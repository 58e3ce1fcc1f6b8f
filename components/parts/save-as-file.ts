/** Offers a text as a download. Nothing leaves the device. */
export function saveAsFile(content: string | Blob, name: string): void {
  const blob = typeof content === "string" ? new Blob([content], { type: "application/json" }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click; a minute is more than any prompt for a place takes to start.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
