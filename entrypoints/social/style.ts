import { bare, paint } from "../badge/style.ts";

/**
 * The host is 0 × 0 and outside the flow, so nothing in the post moves; the row hangs from it. It stands where the
 * flow would have put it unless the post is a frame of reference of its own (`pinned`): both move with the post.
 * Each target is 24 px high, what is drawn in it 20.
 */
export const style = `${bare}
:host{all:initial!important;position:absolute!important;width:0!important;height:0!important;z-index:1!important}
:host(.pinned){top:0!important;left:0!important}
.row{position:absolute;top:0;left:0;display:flex;gap:2px;width:max-content;color-scheme:light}
.row.dark{color-scheme:dark}
.row.unplaced{visibility:hidden}
button{display:block;padding-block:2px;border-radius:12px}
.face{display:flex;align-items:center;gap:4px;height:20px;padding-inline:7px 8px;border-radius:10px;font:500 11px/18px ${paint.font};color:${paint.ink};background:${paint.surface};border:1px solid ${paint.line}}
button:hover .face{background:${paint.hover}}
button:focus-visible .face{outline:2px solid ${paint.focus};outline-offset:1px}
bdi{max-width:120px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
b{font-weight:600}
@media (forced-colors:active){.face{border-color:ButtonText;background:Canvas;color:CanvasText}.star{color:CanvasText}button:focus-visible .face{outline-color:Highlight}}`;
