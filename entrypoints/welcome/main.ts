import "../../components/bt-welcome.ts";
import { t, uiDirection, uiLanguage } from "../../lib/i18n.ts";

document.documentElement.lang = uiLanguage();
document.documentElement.dir = uiDirection();
document.title = t("welcome_page_title");
document.body.append(document.createElement("bt-welcome"));
