import "../../components/bt-sidebar.ts";
import { uiDirection, uiLanguage } from "../../lib/i18n.ts";

const params = new URLSearchParams(location.search);
const tabId = Number(params.get("tab") ?? Number.NaN);

document.documentElement.lang = uiLanguage();
document.documentElement.dir = uiDirection();

const sidebar = document.createElement("bt-sidebar");
// Inside a page (Firefox) the sidebar is read only, whatever the address says: the page chose the address.
sidebar.framed = params.has("frame") || window !== window.top;
if (Number.isSafeInteger(tabId)) sidebar.fixedTabId = tabId;
sidebar.isForWriting = params.has("write");
document.body.append(sidebar);
