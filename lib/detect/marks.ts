import type { Mark } from "../model/page.ts";
import { cartControls } from "./cart-controls.ts";

/**
 * Things whose mere presence tells what kind of software or page this is. Looked for on every page, so each is one
 * selector that the browser answers by id, class or attribute without a layout.
 */
const selectors = {
  /** A button or form that puts something into a cart. */
  buyable: `form[action*="/cart"],form[action*="basket" i],form[action*="warenkorb" i],form[action*="panier" i],form[action*="carrito" i],${cartControls}`,
  commento: "#commento",
  isso: "#isso-thread",
  /** Mastodon's web client, its public pages and its embedded posts, on any host. */
  mastodon: "#mastodon,.activity-stream .status__content",
  discourse: 'meta[name="generator" i][content^="Discourse" i],#ember-basic-dropdown-wormhole',
  lemmy: "#app.lemmy-site,#app .lemmy-site,.post-listing .community-link",
  disqus: "#disqus_thread",
  /** Their script leaves its frame's box behind, and is there before it. */
  giscus: '.giscus,script[src^="https://giscus.app/"]',
  utterances: '.utterances,script[src^="https://utteranc.es/"]',
  /** The form to comment, or a comment: `depth-1` is one of the classes that WordPress itself gives. */
  wordpress:
    '#commentform,.comment[id^="comment-"],[id^="comment-"][class*="depth-"],#comments .comment-body,.commentlist,.comment-list,.wp-block-comments,#wpdcom',
  blogger: '#comments[data-embed],#comment-holder,#comments-block,meta[content="blogger" i]',
  typepad: 'meta[name="generator" i][content*="typepad" i],.comments-content .comment',
  hentry: ".h-entry,.hentry,.h-review,.hreview,.u-comment",
  schemaPosts:
    '[itemtype$="/SocialMediaPosting"],[itemtype$="/DiscussionForumPosting"],[itemtype$="/Comment"],[itemtype$="/Review"],[itemtype$="/UserComments"]',
} as const satisfies Record<Mark, string>;

/** The marks that a page bears. @param known - Those that are known already. */
export function findMarks(
  document: Pick<Document, "querySelector">,
  known: readonly Mark[] = [],
): readonly Mark[] {
  const names = Object.keys(selectors) as readonly Mark[];
  return names.filter((name) => known.includes(name) || document.querySelector(selectors[name]) !== null);
}
