import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundleScripts } from '../../../build/bundle.ts';
import { CARD_WORDS } from './card-words.ts';

test('every message that the card’s script says is read when it starts, and no other', async () => {
  const english = JSON.parse(readFileSync('extension/_locales/en/messages.json', 'utf8')) as Readonly<Record<string, unknown>>;
  const { outputs } = await bundleScripts([{ from: 'extension/content/card/card.tsx', to: 'card.js', format: 'iife' }]);
  const sources = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const said = sources
    .filter((source) => /^(src|extension)\//.test(source) && !source.endsWith('card-words.ts'))
    .flatMap((source) => [...readFileSync(source, 'utf8').matchAll(/'([a-z]+[A-Za-z]*)'/g)].map(([, name = '']) => name))
    .flatMap((name) => (name in english ? [name] : `${name}_other` in english ? [`${name}#`] : []));
  expect([...CARD_WORDS].sort()).toEqual([...new Set(said)].sort());
});
