import { afterEach, describe, expect, test } from 'vitest';
import { DatelineError } from '../../src/messages/dateline-error.ts';
import type { PageClues } from '../../src/messages/from-page.ts';
import { LONGEST_BATCH } from '../../src/messages/longest-batch.ts';
import type { Answer } from '../../src/messages/page-checks.ts';
import type { SnapshotBlock } from '../../src/page/snapshot.ts';
import type { CardPort } from './ports/card-port.ts';
import { Conversation } from './conversation.ts';

afterEach(() => document.body.replaceChildren());

const CLUES: PageClues = { lang: 'en', title: 'Call', alternates: [], dates: { jsonLd: [], meta: [], times: [], opening: [] } };
const UNDERSTOOD: Answer<'recognise'> = { kind: 'mentions', date: null, blocks: [], briefings: [], known: [] };

interface Told {
  readonly ids: number[];
  readonly gone: number[];
  readonly withClues: boolean;
  readonly more: boolean;
}

/** A background that answers as told, one answer for each message, then understands everything. */
function partners(texts: readonly string[], answers: (Answer<'recognise'> | Error)[] = []) {
  const blocks: SnapshotBlock[] = texts.map((text, at) => {
    const box = document.createElement('p');
    document.body.append(box);
    return { id: at + 1, order: at + 1, content: { box, text, runs: [] } };
  });
  const told: Told[] = [];
  const withoutMentions: number[] = [];
  const page = { clues: CLUES };
  // Only this one message is ever sent here.
  const send = ((_name: string, input: { blocks: { id: number }[]; gone: number[]; page?: PageClues; more: boolean }) => {
    told.push({ ids: input.blocks.map(({ id }) => id), gone: input.gone, withClues: input.page !== undefined, more: input.more });
    const answer = answers.shift() ?? UNDERSTOOD;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  }) as CardPort['send'];
  const conversation = new Conversation({
    session: 's',
    signal: new AbortController().signal,
    send,
    blocks: () => blocks,
    clues: () => page.clues,
    onRecognised: () => {},
    onWithoutMentions: (ids) => withoutMentions.push(...ids),
  });
  conversation.note({ fresh: blocks, moved: [], gone: [] });
  return { conversation, blocks, told, page, withoutMentions };
}

describe('telling the background', () => {
  test('a small page in one message, once', async () => {
    const { conversation, told } = partners(['a', 'b']);
    await conversation.tell();
    await conversation.tell();
    expect(told).toEqual([{ ids: [1, 2], gone: [], withClues: true, more: false }]);
  });

  test('a page without text not at all', async () => {
    const { conversation, told } = partners([]);
    await conversation.tell();
    expect(told).toEqual([]);
  });

  test('a long page in batches, the last one without more', async () => {
    const { conversation, told } = partners(Array.from({ length: 5 }, () => 'x'.repeat(LONGEST_BATCH / 2)));
    await conversation.tell();
    expect(told.map(({ ids }) => ids.length)).toEqual([2, 2, 1]);
    expect(told.map(({ more }) => more)).toEqual([true, true, false]);
    expect(told.map(({ withClues }) => withClues)).toEqual([true, false, false]);
  });

  test('a block longer than a message is cut', async () => {
    const { conversation, told } = partners(['x'.repeat(LONGEST_BATCH * 2), 'b']);
    await conversation.tell();
    expect(told.map(({ ids }) => ids)).toEqual([[1], [2]]);
  });

  test('what is in view first', async () => {
    const { conversation, blocks, told } = partners(Array.from({ length: 4 }, () => 'x'.repeat(LONGEST_BATCH - 1)));
    for (const { content } of blocks) (content.box as HTMLElement).style.cssText = 'height:2000px;margin:20px';
    blocks[2]?.content.box.scrollIntoView({ behavior: 'instant' });
    await conversation.tell();
    expect(told[0]?.ids).toEqual([3]);
  });

  test('only what changed, and what is gone', async () => {
    const { conversation, blocks, told } = partners(['a', 'b']);
    await conversation.tell();
    conversation.note({ fresh: blocks.slice(1), moved: [], gone: [1] });
    await conversation.tell();
    expect(told[1]).toEqual({ ids: [2], gone: [1], withClues: false, more: false });
  });

  test('the clues again when they changed', async () => {
    const { conversation, page, told } = partners(['a']);
    await conversation.tell();
    page.clues = { ...CLUES, title: 'Another article' };
    await conversation.tell();
    expect(told[1]).toEqual({ ids: [], gone: [], withClues: true, more: false });
  });

  test('everything again when the background has forgotten', async () => {
    const { conversation, blocks, told } = partners(['a', 'b'], [UNDERSTOOD, { kind: 'send-all' }]);
    await conversation.tell();
    conversation.note({ fresh: blocks.slice(0, 1), moved: [], gone: [] });
    await conversation.tell();
    expect(told.slice(1)).toEqual([
      { ids: [1], gone: [], withClues: false, more: false },
      { ids: [1, 2], gone: [], withClues: true, more: false },
    ]);
  });

  test('not for ever', async () => {
    const { conversation, told } = partners(
      ['a'],
      Array.from({ length: 20 }, () => ({ kind: 'send-all' as const })),
    );
    await conversation.tell();
    expect(told).toHaveLength(4);
  });

  test('again after a failure, nothing lost', async () => {
    const { conversation, told } = partners(['a'], [new DatelineError('unexpected')]);
    conversation.note({ fresh: [], moved: [], gone: [9] });
    await expect(conversation.tell()).rejects.toThrow(DatelineError);
    await conversation.tell();
    expect(told[1]).toEqual(told[0]);
  });

  test('after telling all again, blocks that were not answered have no mentions', async () => {
    const answered: Answer<'recognise'> = { ...UNDERSTOOD, blocks: [{ id: 2, mentions: [] }] };
    const { conversation, withoutMentions } = partners(['a', 'b'], [UNDERSTOOD, answered]);
    await conversation.tell();
    expect(withoutMentions).toEqual([]);
    conversation.startOver();
    await conversation.tell();
    expect(withoutMentions).toEqual([1]);
  });
});
