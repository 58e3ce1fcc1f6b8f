/**
 * Who may import whom. One row a layer: the folders it may reach beside itself. Checked directly for each
 * layer and transitively for content code and the hub. See docs/architecture.md.
 */
const layers = {
  "lib/model": [],
  "lib/schema": ["lib/model"],
  "lib/detect": ["lib/model"],
  "lib/sites": ["lib/model"],
  "lib/brands": ["lib/model"],
  "lib/mentions": ["lib/model", "lib/brands"],
  "lib/trust": ["lib/model", "lib/columns"],
  "lib/columns": ["lib/model"],
  "lib/threads": ["lib/model"],
  "lib/reviews": ["lib/model", "lib/schema"],
  "lib/net": ["lib/model", "lib/errors"],
  "lib/sources": ["lib/model", "lib/schema", "lib/net", "lib/errors", "lib/brands", "lib/mentions"],
  "lib/feeds": ["lib/model", "lib/schema", "lib/net", "lib/errors", "lib/brands", "lib/mentions"],
  "lib/db": ["lib/model", "lib/columns"],
  "lib/outbox": ["lib/model", "lib/reviews", "lib/net", "lib/db", "lib/errors"],
  "lib/research": ["lib/model", "lib/schema", "lib/db", "lib/columns", "lib/mentions", "lib/errors"],
  "lib/messages": ["lib/model"],
  components: [
    "lib/model",
    "lib/messages/compute",
    "lib/messages/research",
    "lib/messages/research-transfer",
    "lib/messages/ui",
    "lib/messages/worker",
    "lib/settings",
    "lib/i18n",
    "lib/db",
    "lib/reviews",
    "lib/trust",
    "lib/threads",
    "lib/research",
    "lib/errors",
  ],
};
const alternatives = (folders) => folders.map((folder) => `^${folder}(/|[.]ts$)`).join("|");

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    ...Object.entries(layers).map(([layer, allowed]) => ({
      name: `layer ${layer}`,
      severity: "error",
      from: { path: `^${layer}/`, pathNot: "[.]test[.]ts$" },
      to: {
        path: "^(lib|components|entrypoints|hub|scripts|tests)/",
        pathNot: alternatives([layer, ...allowed]),
      },
    })),
    {
      name: "nobody imports entrypoints",
      severity: "error",
      from: { path: "^(lib|components|hub)/" },
      to: { path: "^entrypoints/" },
    },
    {
      name: "the extension never imports the hub",
      severity: "error",
      from: { path: "^(lib|components|entrypoints)/", pathNot: "[.]test[.]ts$" },
      to: { path: "^hub/" },
    },
    {
      name: "content code stays light",
      severity: "error",
      from: { path: "^entrypoints/(page[.]content|badge|own-reviews|product|profile|social)" },
      to: {
        reachable: true,
        path: "^(lib|components)/",
        pathNot: "^lib/(model|detect|sites)/|^lib/messages/page",
      },
    },
    {
      name: "the hub reaches only what needs no browser",
      severity: "error",
      from: { path: "^hub/src/" },
      to: {
        reachable: true,
        path: "^(lib|components|entrypoints)/",
        pathNot: "^lib/(model|schema|reviews|sources|feeds|net|brands|mentions)/|^lib/errors",
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: [".ts", ".js", ".mjs"] },
  },
};
