/** Reviews a whole pack: what its parser cannot see, or sees and must not refuse. */
import type { ParsedPack } from '../compile/parse-pack.ts';
import { reviewDates } from './dates.ts';
import type { Finding } from './finding.ts';
import { reviewForms } from './forms.ts';
import { reviewLinks } from './links.ts';
import { reviewSources } from './sources.ts';
import { reviewStatuses } from './statuses.ts';
import { reviewTenures } from './tenures.ts';
import { reviewTexts } from './texts.ts';

/** Every finding, in order of file and line. */
export function reviewPack(pack: ParsedPack): Finding[] {
  return [reviewDates, reviewStatuses, reviewTenures, reviewForms, reviewTexts, reviewSources, reviewLinks]
    .flatMap((review) => review(pack))
    .toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
