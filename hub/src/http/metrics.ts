/** Upper bounds in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

interface Histogram {
  readonly counts: number[];
  sum: number;
  count: number;
}

/** What `/metrics` shows. Routes by their pattern, never by what was asked. */
export interface Metrics {
  request(route: string, method: string, status: number, seconds: number): void;
  submission(outcome: string): void;
  /** @param gauges - Name without prefix → value. */
  render(gauges: Readonly<Record<string, number>>): string;
}

/** @see https://prometheus.io/docs/instrumenting/exposition_formats/ */
export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const durations = new Map<string, Histogram>();
  const submissions = new Map<string, number>();
  return {
    request(route, method, status, seconds) {
      count(requests, labels({ route, method, status: String(status) }));
      observe(durations, labels({ route, method }), seconds);
    },
    submission: (outcome) => count(submissions, labels({ outcome })),
    render: (gauges) =>
      [
        ...counters("hub_requests_total", "Requests answered.", requests),
        ...histograms("hub_request_seconds", "Time to answer.", durations),
        ...counters("hub_submissions_total", "Reviews handed in, by outcome.", submissions),
        ...Object.entries(gauges).flatMap(([name, value]) => [
          `# TYPE hub_${name} gauge`,
          `hub_${name} ${value}`,
        ]),
        "",
      ].join("\n"),
  };
}

function labels(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${value.replaceAll(/["\\\n]/g, "_")}"`)
    .join(",");
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function observe(histogramOf: Map<string, Histogram>, key: string, seconds: number): void {
  const histogram = histogramOf.get(key) ?? { counts: buckets.map(() => 0), sum: 0, count: 0 };
  histogramOf.set(key, histogram);
  buckets.forEach((bound, i) => {
    if (seconds <= bound) histogram.counts[i] = (histogram.counts[i] ?? 0) + 1;
  });
  histogram.sum += seconds;
  histogram.count += 1;
}

function counters(name: string, help: string, counts: ReadonlyMap<string, number>): string[] {
  const lines = [...counts].map(([key, value]) => `${name}{${key}} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} counter`, ...lines];
}

function histograms(name: string, help: string, all: ReadonlyMap<string, Histogram>): string[] {
  const lines: string[] = [];
  for (const [key, { counts, sum, count: total }] of all) {
    buckets.forEach((bound, i) => lines.push(`${name}_bucket{${key},le="${bound}"} ${counts[i] ?? 0}`));
    lines.push(`${name}_bucket{${key},le="+Inf"} ${total}`);
    lines.push(`${name}_sum{${key}} ${sum}`, `${name}_count{${key}} ${total}`);
  }
  return [`# HELP ${name} ${help}`, `# TYPE ${name} histogram`, ...lines];
}
