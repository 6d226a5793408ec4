/** Seconds: what an answer may take, in steps of about two. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];

export interface AnsweredRequest {
  /** The pattern of the route, never an address. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

/** What is counted as it is now. */
export interface Gauges {
  readonly lanes: readonly LaneFigures[];
  readonly streams: number;
  readonly imports: number;
  readonly revision: number;
  /** Since the case was changed, or opened. */
  readonly revisionAgeSeconds: number;
  readonly uptimeSeconds: number;
  readonly memory: { readonly rss: number; readonly heapUsed: number; readonly external: number };
}

export interface LaneFigures {
  readonly lane: string;
  readonly waiting: number;
  readonly running: number;
  readonly threads: number;
  /** Threads that ended and were not told to. */
  readonly ended: number;
}

interface Histogram {
  readonly buckets: number[];
  sum: number;
  count: number;
}

/** Requests counted by route pattern, method and status, and their times by route. Holds no word of the case. */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #times = new Map<string, Histogram>();

  answered({ route, method, status, seconds }: AnsweredRequest): void {
    const key = `route="${route}",method="${method}",status="${status}"`;
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
    const known = this.#times.get(route) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 };
    this.#times.set(route, known);
    bounds.forEach((bound, at) => {
      if (seconds <= bound) known.buckets[at]!++;
    });
    known.sum += seconds;
    known.count++;
  }

  /** Prometheus text format 0.0.4. */
  text(gauges: Gauges): string {
    const requests = [...this.#requests].map(([labels, value]) => `clew_requests_total{${labels}} ${value}`);
    const times = [...this.#times].flatMap(([route, histogram]) => histogramLines(route, histogram));
    return [
      ...family("clew_requests_total", "counter", "Requests answered, by route pattern", requests),
      ...family("clew_request_seconds", "histogram", "Time until the answer began, by route pattern", times),
      ...gaugeLines(gauges),
      "",
    ].join("\n");
  }
}

function histogramLines(route: string, { buckets, sum, count }: Histogram): string[] {
  const name = "clew_request_seconds";
  return [
    ...bounds.map((bound, at) => `${name}_bucket{route="${route}",le="${bound}"} ${buckets[at]}`),
    `${name}_bucket{route="${route}",le="+Inf"} ${count}`,
    `${name}_sum{route="${route}"} ${sum}`,
    `${name}_count{route="${route}"} ${count}`,
  ];
}

function gaugeLines({ lanes, streams, imports, revision, revisionAgeSeconds, uptimeSeconds, memory }: Gauges): string[] {
  const ofLanes = (name: string, of: (lane: LaneFigures) => number) =>
    lanes.map((lane) => `${name}{lane="${lane.lane}"} ${of(lane)}`);
  const one = (name: string, type: "gauge" | "counter", help: string, value: number) =>
    family(name, type, help, [`${name} ${value}`]);
  return [
    ...family(
      "clew_lane_waiting",
      "gauge",
      "Jobs that wait for a thread",
      ofLanes("clew_lane_waiting", ({ waiting }) => waiting),
    ),
    ...family(
      "clew_lane_running",
      "gauge",
      "Jobs that a thread works on",
      ofLanes("clew_lane_running", ({ running }) => running),
    ),
    ...family(
      "clew_lane_threads",
      "gauge",
      "Threads that are there",
      ofLanes("clew_lane_threads", ({ threads }) => threads),
    ),
    ...family(
      "clew_worker_restarts_total",
      "counter",
      "Threads that ended and were not told to: past a deadline, abandoned, or a fault",
      ofLanes("clew_worker_restarts_total", ({ ended }) => ended),
    ),
    ...one("clew_event_streams", "gauge", "Event streams that are open", streams),
    ...one("clew_imports", "gauge", "Imports under way", imports),
    ...one("clew_revision", "gauge", "Revision of the case", revision),
    ...one("clew_revision_age_seconds", "gauge", "Since the case was changed, or opened", revisionAgeSeconds),
    ...one("clew_uptime_seconds", "gauge", "Since the server began", uptimeSeconds),
    ...one("process_resident_memory_bytes", "gauge", "Memory of the process, all threads", memory.rss),
    ...one("clew_heap_bytes", "gauge", "Heap in use of the thread that serves", memory.heapUsed),
    ...one("clew_external_bytes", "gauge", "Buffers of the thread that serves", memory.external),
  ];
}

function family(name: string, type: "counter" | "gauge" | "histogram", help: string, lines: readonly string[]): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines];
}
