import "../../components/research/bt-research.ts";
import { tellSiteNames } from "../../components/research/site-names.ts";
import { t, uiDirection, uiLanguage } from "../../lib/i18n.ts";
import { sites } from "../../lib/sites/index.ts";

document.documentElement.lang = uiLanguage();
document.documentElement.dir = uiDirection();
document.title = t("research_page_title");
const named = sites.map(({ id, name }) => ({ id, name }));
tellSiteNames(named);
document.body.append(Object.assign(document.createElement("bt-research"), { sites: named }));
