/** What everything of ours on a page is painted with; `light-dark` follows the `color-scheme` around it. */
export const paint = {
  font: 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif',
  ink: "light-dark(#1c1f23,#eceeef)",
  surface: "light-dark(#fff,#1f2226)",
  line: "light-dark(#868d94,#7d858d)",
  focus: "light-dark(#0b6b63,#5fd3c4)",
  star: "light-dark(#a15c00,#f2b84b)",
  hover: "light-dark(#e3f2ef,#16332f)",
} as const;
/** Buttons without the browser's looks, and icons drawn with lines. */
export const bare = `
[hidden]{display:none!important}
*{box-sizing:border-box}
button{all:unset;box-sizing:border-box;cursor:pointer;border-radius:inherit}
svg{flex:none;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.star{fill:currentColor;stroke:none;color:${paint.star}}
@media print{:host{display:none!important}}`;

/**
 * Colours follow components/styles/tokens.css. Rules on `:host` are important, because then they win over the
 * page's; the host stays 0 × 0 so that nothing in the page moves.
 */
export const style = `${bare}
:host{all:initial!important;position:fixed!important;top:0!important;left:0!important;width:0!important;height:0!important;z-index:2147483646!important;color-scheme:light dark!important}
.pill,.menu,.frame{font:600 13px/20px ${paint.font};color:${paint.ink};background:${paint.surface};border:1px solid ${paint.line};box-shadow:0 1px 2px #0000000f,0 8px 24px #00000014}
.pill{position:fixed;right:0;display:flex;height:32px;max-width:120px;border-right:0;border-radius:16px 0 0 16px;touch-action:none;user-select:none}
.pill:dir(rtl){right:auto;left:0;border-right:1px solid;border-left:0;border-radius:0 16px 16px 0}
button:focus-visible{outline:2px solid ${paint.focus};outline-offset:-2px}
.open{display:flex;align-items:center;gap:4px;min-width:0;padding-inline:10px 2px}
.open span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.more{flex:none;display:grid;place-items:center;width:26px;border-radius:0;color:light-dark(#5b636b,#a3abb3)}
.recall,.warn{color:light-dark(#8a4b00,#ffc069)}
.menu{position:absolute;top:36px;right:4px;width:max-content;max-width:280px;padding:4px;border-radius:10px;font-weight:400}
.up .menu{top:auto;bottom:36px}
.pill:dir(rtl) .menu{right:auto;left:4px}
.menu button{display:block;width:100%;min-height:28px;padding:4px 12px;border-radius:6px}
.menu button:hover,.menu button:focus-visible{background:${paint.hover}}
.frame{position:fixed;top:8px;bottom:8px;right:8px;width:min(400px,100vw - 16px);border-radius:10px;overflow:hidden;display:flex;flex-direction:column}
.frame.left{right:auto;left:8px}
.frame button{align-self:end;display:grid;place-items:center;width:32px;height:32px;border-radius:10px}
iframe{flex:1;width:100%;border:0}
@media (forced-colors:active){.pill,.menu,.frame{border-color:ButtonText;background:Canvas;color:CanvasText}.star,.recall,.warn,.more{color:CanvasText}.menu button:focus-visible{outline-color:Highlight}}`;
