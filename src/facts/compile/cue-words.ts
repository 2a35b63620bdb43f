/**
 * Cue words of a pack, by how they are looked for: groups that some condition asks for in a sentence, block or article are found in the
 * whole text and so go into the trie; groups asked for directly beside a name only are looked up there.
 */
import type { Titles } from '../forms/titles.ts';
import { RULE_CUES } from '../recognise/neighbours.ts';
import type { CueWord, LexiconRules } from '../recognise/rules.ts';
import { phraseOf } from '../recognise/words.ts';
import type { ParsedEntity } from './parse-entity.ts';
import { CUE_LANGUAGES, type CueGroups } from './pack-files.ts';
import { type Report, spell } from './spell.ts';

/** One cue word as it may stand in a text. */
export interface CueRow {
  readonly form: string;
  /** Folded letters of an Arabic particle before it. */
  readonly cut: number;
  readonly base: string;
  readonly meaning: CueWord;
}

/** What {@link cueWords} gives. */
export interface CueWords {
  /** Words to be found in the whole text. */
  readonly anywhere: readonly CueRow[];
  /** Folded phrases to be looked up beside names, by group and language. */
  readonly neighbours: LexiconRules['neighbours'];
}

/** Sorts the cue words of a pack by the conditions that ask for them. */
export function cueWords(
  groups: CueGroups,
  entities: readonly ParsedEntity[],
  titles: Titles | null,
  reportFor: (cue: string, lang: string) => Report,
): CueWords {
  const asked = askedFor(entities, titles);
  const anywhere: CueRow[] = [];
  const neighbours: LexiconRules['neighbours'] = {};
  for (const [cue, byLanguage] of Object.entries(groups)) {
    for (const lang of CUE_LANGUAGES) {
      const words = byLanguage[lang] ?? [];
      if (words.length === 0) continue;
      const meaning: CueWord = { cue, ...(lang !== 'any' && { lang }) };
      // Only Arabic particles are joined to cue words: other languages' endings are written out in the list.
      const form = { text: words, lang: lang === 'ar' ? ('ar' as const) : ('en' as const), inflect: lang === 'ar' };
      const rows = spell(form, { kind: 'event' }, reportFor(cue, lang));
      if (asked.anywhere.has(cue)) anywhere.push(...rows.map((row) => ({ ...row, meaning })));
      if (asked.beside.has(cue)) (neighbours[cue] ??= {})[lang] = [...new Set(rows.map((row) => phraseOf(row.form)))];
    }
  }
  return { anywhere, neighbours };
}

/** Names of the groups that conditions ask for, directly beside a name and anywhere else. */
function askedFor(entities: readonly ParsedEntity[], titles: Titles | null): { beside: Set<string>; anywhere: Set<string> } {
  const beside = new Set<string>(Object.values(RULE_CUES));
  const anywhere = new Set<string>(Object.values(titles?.countries ?? {}).flatMap(({ unless }) => unless ?? []));
  for (const { entity } of entities) {
    for (const cue of entity.forms.flatMap(({ needs, never }) => [...needs, ...never])) {
      if (cue === 'full' || !('cue' in cue)) continue;
      if (cue.in === 'next' || cue.in === 'previous') beside.add(cue.cue);
      else anywhere.add(cue.cue);
    }
  }
  return { beside, anywhere };
}
