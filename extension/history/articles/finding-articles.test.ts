import { describe, expect, test } from 'vitest';
import type { ShippedEntity } from '../../../src/facts/shipped.ts';
import type { ReadArticle } from '../../../src/store/schema.ts';
import { findArticles, wordsOfArticles } from './finding-articles.ts';

const names = { en: 'Recep Tayyip Erdoğan', tr: 'Recep Tayyip Erdoğan', ar: 'رجب طيب أردوغان', ru: 'Реджеп Тайип Эрдоган' };
// Only the names are looked at.
const ENTITIES = new Map([
  ['person/recep-tayyip-erdogan', { id: 'person/recep-tayyip-erdogan', names } as unknown as ShippedEntity],
]);

function read(title: string, host: string, entity?: string): ReadArticle {
  const address = `https://${host}/${encodeURIComponent(title)}`;
  return {
    address,
    article: { address, aliases: [], title, site: 'Paper' },
    days: ['2026-11-20'],
    read: '2026-11-20T10:00:00.000Z',
    entities: entity === undefined ? [] : [{ id: entity, mentions: 2 }],
  };
}

const ALL = wordsOfArticles(
  [
    read('Leaders trade calls', 'news.example', 'person/recep-tayyip-erdogan'),
    read('İDLİB’de ateşkes', 'haber.example'),
    read('الهدنة في إدلب', 'news.example'),
  ],
  ENTITIES,
);

describe('articles are found', () => {
  test.each([
    ['by nothing: all', { query: '' }, [0, 1, 2]],
    ['by beginnings of words', { query: 'lead cal' }, [0]],
    ['by folded Turkish', { query: 'idlib ATESKES' }, [1]],
    ['by Arabic without its article', { query: 'هدنه' }, [2]],
    ['by an entity in another language', { query: 'Эрдог' }, [0]],
    ['by site', { query: '', site: 'news.example' }, [0, 2]],
    ['by site and entity', { query: '', site: 'news.example', entity: 'person/recep-tayyip-erdogan' }, [0]],
    ['not by the middle of a word', { query: 'eaders' }, []],
    ['not by one word of two', { query: 'leaders ateskes' }, []],
  ])('%s', (_name, wanted, places) => {
    const found = findArticles(ALL, { site: undefined, entity: undefined, ...wanted });
    expect(found).toEqual(places.map((place) => ALL[place]?.article));
  });
});
