import "../../components/bt-author-page.ts";
import { t, uiDirection, uiLanguage } from "../../lib/i18n.ts";

document.documentElement.lang = uiLanguage();
document.documentElement.dir = uiDirection();
document.title = `${t("author_page_title")} · Backtalk`;

const page = document.createElement("bt-author-page");
page.author = new URLSearchParams(location.search).get("key") ?? "";
document.body.append(page);
