import { findMarks } from "../../lib/detect/marks.ts";
import type { SeenPost } from "../../lib/model/seen-post.ts";
import type { Site } from "../../lib/sites/define-site.ts";
import { sitesFor } from "../../lib/sites/index.ts";
import { readPost } from "../social/read-post.ts";

export interface PlacedPost {
  readonly site: string;
  readonly node: HTMLElement;
  readonly post: SeenPost;
}

export interface Posts {
  readonly all: () => readonly PlacedPost[];
  /** The innermost post that an element stands in. */
  readonly around: (element: Element) => PlacedPost | undefined;
}

/** Posts of the platforms that this page shows; results of search engines are none. */
export function readPosts(): Posts {
  const url = new URL(location.href);
  const sites = sitesFor(url, findMarks(document)).filter(({ kind }) => kind === "posts");
  return {
    all: () =>
      sites.flatMap((site) => nodesOf(document, site.postSelector).flatMap((node) => read(site, node) ?? [])),
    around(element) {
      for (let at: Element | null = element; at; at = parentOf(at)) {
        const here = at;
        const site = sites.find(({ postSelector }) => here.matches(postSelector));
        // What looks like a post and is none may stand in one.
        const post = site && read(site, here as HTMLElement);
        if (post) return post;
      }
      return undefined;
    },
  };
}

function read(site: Site, node: HTMLElement): PlacedPost | undefined {
  const seen = readPost(site, node, true)?.seen;
  return seen && { site: site.id, node, post: seen };
}

function nodesOf(root: ParentNode, selector: string): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)];
}

/** The next element outwards, out of shadow roots as well. */
function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
