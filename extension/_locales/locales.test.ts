import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Message {
  readonly message: string;
  readonly description?: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
type Messages = Readonly<Record<string, Message>>;

const FOLDER = 'extension/_locales';
const LANGUAGES = ['en', 'tr', 'ar', 'ru'] as const;
const PLURAL = /_(zero|one|two|few|many|other)$/;

const read = (language: string) => JSON.parse(readFileSync(join(FOLDER, language, 'messages.json'), 'utf8')) as Messages;
const english = read('en');

/** Message names with plural forms counted as one. */
const names = (messages: Messages) => [...new Set(Object.keys(messages).map((key) => key.replace(PLURAL, '')))].sort();

function sourceTexts(): string {
  const files = ['src', 'extension'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ts|tsx|html)$/.test(path) && !/\.test\.tsx?$/.test(path))
      .map((path) => readFileSync(join(folder, path), 'utf8')),
  );
  return [...files, readFileSync('manifest.json', 'utf8')].join('\n');
}

describe.each(LANGUAGES)('%s', (language) => {
  const messages = read(language);

  test('names its own language', () => {
    expect(messages['locale']?.message).toBe(language);
  });

  test('has every message, and none of its own', () => {
    expect(names(messages)).toEqual(names(english));
  });

  test('is sorted by name', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(messages).sort());
  });

  test('has exactly the plural forms its language uses', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const counted = names(english).filter((name) => `${name}_other` in english);
    expect(counted.length).toBeGreaterThan(0);
    for (const name of counted) {
      const forms = Object.keys(messages).filter((key) => key.replace(PLURAL, '') === name && PLURAL.test(key));
      expect(forms.map((key) => key.slice(name.length + 1)).sort(), name).toEqual([...pluralCategories].sort());
    }
  });

  test.each(Object.entries(messages))('%s fills the placeholders English fills', (key, { message, placeholders = {} }) => {
    const original = english[key] ?? english[key.replace(PLURAL, '_other')];
    const used = new Set([...message.matchAll(/\$([a-z]+)\$/g)].map(([, name]) => name ?? ''));
    expect(new Set(Object.keys(placeholders))).toEqual(used);
    for (const name of used) expect(placeholders[name]?.content, name).toBe(original?.placeholders?.[name]?.content);
    // A plural form of one or two may say it in a word instead of a number.
    if (!/_(zero|one|two)$/.test(key)) expect(used).toEqual(new Set(Object.keys(original?.placeholders ?? {})));
    expect(message).toBe(message.trim());
    expect(message).not.toBe('');
  });

  test('describes itself to a store in what it allows', () => {
    expect(messages['extensionDescription']?.message.length).toBeLessThanOrEqual(132);
  });
});

test('every message is used', () => {
  const sources = sourceTexts();
  const unused = names(english).filter(
    (name) => ![`'${name}'`, `"${name}"`, `__MSG_${name}__`].some((use) => sources.includes(use)),
  );
  expect(unused).toEqual([]);
});
