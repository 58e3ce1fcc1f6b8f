import { z } from "zod";
import "../../components/bt-options.ts";
import { chipGroupOf } from "../../lib/app/chip-groups.ts";
import { hasChipsByDefault } from "../../lib/app/chip-sites.ts";
import { t, uiDirection, uiLanguage } from "../../lib/i18n.ts";
import { readCircles, readGivenCircle } from "../../lib/schema/circle-file.ts";
import { readPersonalExport } from "../../lib/schema/personal-export.ts";
import { sites } from "../../lib/sites/index.ts";

// Extension pages may not make code from text; without this Zod tries to once.
z.config({ jitless: true });

document.documentElement.lang = uiLanguage();
document.documentElement.dir = uiDirection();
document.title = t("options_page_title");
const options = document.createElement("bt-options");
options.readExport = readPersonalExport;
options.circleReaders = { own: readCircles, given: readGivenCircle };
options.chipSites = sites.map((site) => ({
  id: site.id,
  name: site.name,
  group: chipGroupOf(site),
  byDefault: hasChipsByDefault(site.kind),
}));
document.body.append(options);
