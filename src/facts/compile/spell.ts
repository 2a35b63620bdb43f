/** Spellings of an authored form, with what can go wrong in writing one reported to its author. */
import type { Form } from '../authored-entity.ts';
import { inflect } from '../forms/inflect.ts';
import type { FormRow, Named } from '../forms/row.ts';
import { isMatchable } from './matchable.ts';
import type { PackProblemCode } from './problem.ts';

/** Takes note of one thing wrong with what is being compiled. */
export type Report = (code: PackProblemCode, message: string) => void;

/** The spellings of a form that a text can hold; the others, and brackets that do not pair, are reported. */
export function spell(form: Pick<Form, 'text' | 'lang' | 'inflect'>, named: Named, report: Report): FormRow[] {
  try {
    const rows = inflect(form, named);
    const bad = rows.find((row) => !isMatchable(row.form));
    if (bad) report('bad-form', `‘${bad.form}’ can never match: it has no letter, or a sign that ends a match between its words`);
    return rows.filter((row) => isMatchable(row.form));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report('bad-form', error.message);
    return [];
  }
}
