/** More than a name and what may stand around it; longer contents are not read as one. */
const longest = 300;

/** What an element says as a name: its own text; of a long one its first link's; the words for its picture. */
export function elementText(element: Element): string {
  if (/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|SELECT|FORM)$/u.test(element.tagName)) return "";
  const text = (element.textContent ?? "").trim();
  if (text !== "" && text.length <= 60) return text;
  const link = element.querySelector("a");
  const linked = link?.textContent?.trim() ?? "";
  if (linked !== "" && linked.length <= 60 && (text.startsWith(linked) || text.length > longest))
    return linked;
  if (text !== "") return text.length > longest ? "" : text;
  return pictureText(element);
}

/** The words for the first picture in an element, or for the element itself. */
export function pictureText(element: Element): string {
  const picture = element.matches("img") ? element : element.querySelector("img[alt],img[title]");
  return picture?.getAttribute("alt")?.trim() || picture?.getAttribute("title")?.trim() || "";
}
