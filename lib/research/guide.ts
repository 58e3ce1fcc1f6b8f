/**
 * The file of the extension that says how research works: `docs/research.md` as it was when the extension was built, as
 * plain text, which every browser shows. It stands on the device: a link to it asks nobody.
 */
export const researchGuide = "research-guide.txt";
