/** Ends a run with one line, `N passed, N failed`, over all projects: what the project's CI reads. */
import type { Reporter, TestModule, SerializedError } from 'vitest/node';

/** vitest reporter. A file that does not load and an error outside every test count as one failure each; skipped tests do not count. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const results = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const passed = results.filter((state) => state === 'passed').length;
    const failedTests = results.filter((state) => state === 'failed').length;
    const brokenFiles = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0).length;
    console.log(`\n${passed} passed, ${failedTests + brokenFiles + unhandledErrors.length} failed`);
  }
}
