import "../../components/bt-author.ts";
import { authorPage } from "../../components/parts/own-pages.ts";
import { t, uiDirection, uiLanguage } from "../../lib/i18n.ts";

document.documentElement.lang = uiLanguage();
document.documentElement.dir = uiDirection();
document.title = t("author_page_title");

const author = document.createElement("bt-author");
author.request = { author: new URLSearchParams(location.search).get("key") ?? "" };
// Whoever answered whom: each has a page of their own.
author.addEventListener("bt-author", ({ detail }) => location.assign(`/${authorPage(detail.author)}`));
const main = document.createElement("main");
main.append(author);
document.body.append(main);
