/** Prefixes of campaign parameters, as the tools that write them document. */
const prefixes = ["utm_", "mtm_", "pk_", "hsa_", "oly_", "vero_", "wt_", "at_", "ns_", "pf_rd_", "pd_rd_"];

/** Parameters that say who came from where, on whatever site; never which page it is. */
const names: ReadonlySet<string> = new Set(
  (
    "fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid ymclid twclid ttclid igshid igsh li_fat_id " +
    "mc_cid mc_eid srsltid epik _ga _gl _hsenc _hsmi _ke _openstat refid ref_ ref_src referer referrer " +
    "cmpid cmp campaignid camp adid affid affiliate aff_id linkid linkcode clickid click_id partnerid " +
    "irclickid irgwc sscid awc ranmid raneaid ransiteid ascsubtag spm scm pvid algo_pvid algo_exp_id trk " +
    "trkid tracking trackingid _branch_match_id si fromsource icid intcid sessionid phpsessid jsessionid " +
    "s_kwcid ef_id dib dib_tag smid"
  ).split(" "),
);

/** Whether a query parameter follows people around, on any site: without it the address leads to the same page. */
export function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return names.has(lower) || prefixes.some((prefix) => lower.startsWith(prefix));
}
