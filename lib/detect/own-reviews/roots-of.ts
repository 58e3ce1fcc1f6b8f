/** Elements that are looked at for a shadow root, roots, and how deep they may stand in each other. */
const most = { elements: 20_000, roots: 60, depth: 4 };

/** The document and the open shadow roots in it, outer ones first. Closed ones are the page's own affair. */
export function rootsOf(document: Document): readonly (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [document];
  const depths = [0];
  let left = most.elements;
  for (let at = 0; at < roots.length; at += 1) {
    const depth = depths[at] ?? 0;
    if (depth >= most.depth) continue;
    for (const element of roots[at]?.querySelectorAll("*") ?? []) {
      if (--left < 0 || roots.length >= most.roots) return roots;
      const { shadowRoot } = element;
      // A form's field may be called so.
      if (!shadowRoot || shadowRoot.nodeType !== 11) continue;
      roots.push(shadowRoot);
      depths.push(depth + 1);
    }
  }
  return roots;
}
