/** Reads the labelled corpus from its folder; Node only, for the tests and the accuracy bench. */
import { readdirSync, readFileSync } from 'node:fs';
import { FORM_LANGUAGES } from '../entity.ts';
import { type Passage, parseCorpus } from './corpus.ts';

const FOLDER = new URL('corpus/', import.meta.url);

/** Every passage of the corpus, in order of file. */
export function readCorpus(): Passage[] {
  return readdirSync(FOLDER)
    .toSorted()
    .flatMap((name) => {
      const lang = FORM_LANGUAGES.find((one) => name.startsWith(`${one}.`) || name.startsWith(`${one}-`));
      if (lang === undefined) throw new RangeError(`${name} begins with no language of ours`);
      return parseCorpus(readFileSync(new URL(name, FOLDER), 'utf8'), lang, name.includes('held-out'));
    });
}
