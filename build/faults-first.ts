/** The order of test files: the two that take a minute and more begin first, so that nobody waits for them alone at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const LONGEST = '/faults.e2e.ts';

/** vitest sequencer: as vitest would have it, but for the longest. */
export default class FaultsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification): number => (moduleId.endsWith(LONGEST) ? 1 : 0);
    return (await super.sort(files)).toSorted((a, b) => isLongest(b) - isLongest(a));
  }
}
