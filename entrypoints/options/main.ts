import { z } from "zod";
import "../../components/bt-options.ts";
import { t, uiDirection, uiLanguage } from "../../lib/i18n.ts";
import { readPersonalExport } from "../../lib/schema/personal-export.ts";

// Extension pages may not make code from text; without this Zod tries to once.
z.config({ jitless: true });

document.documentElement.lang = uiLanguage();
document.documentElement.dir = uiDirection();
document.title = t("options_page_title");
const options = document.createElement("bt-options");
options.readExport = readPersonalExport;
document.body.append(options);
