import "../../components/research/bt-collection-new.ts";
import "../../components/research/bt-privacy.ts";
import "../../components/research/bt-privacy-original.ts";
import "../../components/research/bt-research.ts";
import { t, uiDirection, uiLanguage } from "../../lib/i18n.ts";

document.documentElement.lang = uiLanguage();
document.documentElement.dir = uiDirection();
document.title = t("research_page_title");
document.body.append(document.createElement("bt-research"));
