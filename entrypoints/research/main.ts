import "../../components/research/bt-research.ts";
import { t, uiDirection, uiLanguage } from "../../lib/i18n.ts";
import { sites } from "../../lib/sites/index.ts";

document.documentElement.lang = uiLanguage();
document.documentElement.dir = uiDirection();
document.title = t("research_page_title");
const workspace = document.createElement("bt-research");
workspace.sites = sites.map(({ id, kind, name }) => ({ id, kind, name }));
document.body.append(workspace);
