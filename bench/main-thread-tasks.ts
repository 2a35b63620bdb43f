/** Tasks of a page's main thread, out of a trace. */

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Microseconds. */
  readonly dur?: number;
}

/** Milliseconds of each task of the thread that made the mark `treatment`, from the mark on; `trace` is Chromium's, as JSON. */
export function mainThreadTasks(trace: string): number[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const mark = traceEvents.find(({ name }) => name === 'treatment');
  if (mark === undefined) throw new Error('the trace has no mark');
  return traceEvents
    .filter(
      ({ name, pid, tid, ts, dur = 0 }) =>
        name === 'ThreadControllerImpl::RunTask' && pid === mark.pid && tid === mark.tid && ts + dur >= mark.ts,
    )
    .map(({ dur = 0 }) => dur / 1000);
}
