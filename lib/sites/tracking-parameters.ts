/** Parameters that say where a click came from and nothing about where it leads. */
const everywhere = new Set(
  "_branch_match_id _hsenc _hsmi cmpid dclid epik fbclid gad_source gbraid gclid gclsrc igsh igshid li_fat_id lipi mc_cid mc_eid mibextid mkt_tok msclkid oly_anon_id oly_enc_id rcm rdt_cid ref_src ref_url s_cid share_id srsltid trackingid trk ttclid twclid vero_id wbraid wt_mc xmt yclid".split(
    " ",
  ),
);
/** What the platforms add to their own addresses, where elsewhere the same name may matter. */
const onPlatform: readonly (readonly [host: RegExp, parameter: RegExp])[] = [
  [
    /(?:^|\.)facebook\.com$/u,
    /^(?:__.*|refid|_ft_.*|_rdr|eav|paipv|locale|hc_.*|fref|pn_ref|lst|ref|rdid|idorvanity|notif_.*|acontext|comment_tracking)$/u,
  ],
  [/(?:^|\.)youtube\.com$|^youtu\.be$/u, /^(?:si|pp|feature|ab_channel|app)$/u],
  [/(?:^|\.)(?:x|twitter)\.com$/u, /^(?:s|t|cxt|ref_.*)$/u],
  [/(?:^|\.)instagram\.com$/u, /^(?:hl|utm_.*|img_index)$/u],
  [/(?:^|\.)tiktok\.com$/u, /^(?:_r|_t|is_.*|sender_.*|share_.*|lang|refer|referer_.*|web_id|q)$/u],
  [/(?:^|\.)linkedin\.com$/u, /^(?:midtoken|midsig|trkemail|origin(?:al.*)?|mini.*)$/iu],
  [/(?:^|\.)reddit\.com$/u, /^(?:rdt|share_.*|ref.*|context)$/u],
];

/** Takes them out of the address in place; also the browser's own `#:~:text=` marks. */
export function dropTracking(url: URL): void {
  if (url.hash.startsWith("#:~:")) url.hash = "";
  if (url.search === "") return;
  const own = onPlatform.filter(([host]) => host.test(url.hostname));
  const names = [...url.searchParams.keys()].slice(0, 100);
  for (const name of names) {
    const lower = name.toLowerCase();
    const isTracking =
      lower.startsWith("utm_") || everywhere.has(lower) || own.some(([, parameter]) => parameter.test(lower));
    if (isTracking) url.searchParams.delete(name);
  }
  if (url.searchParams.size === 0) url.search = "";
}
