import { describe } from 'vitest';
import { type Mark, Reader } from './harness/reader.ts';
import { test } from './harness/test.ts';
import { articlePage, STORY } from './pages/story.ts';

type Wanted = (marks: readonly Mark[]) => boolean;
const has = (marks: readonly Mark[], text: string): boolean => marks.some((mark) => mark.text === text);
const nothing: Wanted = (marks) => marks.length === 0;
const onlyWithoutAnkara: Wanted = (marks) => !has(marks, 'Ankara') && has(marks, 'Damascus');
const everything: Wanted = (marks) => has(marks, 'Ankara') && has(marks, 'Damascus');

describe.each([
  ['I know this', onlyWithoutAnkara, { elsewhere: onlyWithoutAnkara }],
  ['Wrong match', onlyWithoutAnkara, { elsewhere: everything }],
  ['Off on this site', nothing, { elsewhere: everything }],
  ['Snooze 1 hour', nothing, { elsewhere: nothing }],
] as const)('"%s" on a card', (button, here, { elsewhere }) => {
  test('does what it says, here and on another site, and its undo takes it back', async ({ news, reader, running }) => {
    news.publish('www.kommersant.ru/acts', articlePage(STORY));
    news.publish('www.arabnews.com/acts', articlePage(STORY));
    const other = await Reader.sitDown(running);
    await other.open('https://www.arabnews.com/acts');
    await other.marksUntil('the other site marked', everything);
    await reader.open('https://www.kommersant.ru/acts');
    await reader.cardFor('Ankara');
    await reader.clickInCard('.actions button', button);
    await reader.marksUntil('what the button promises', here);
    await reader.cardClosed();
    // A tab that nobody looks at is painted when it is looked at.
    await other.page.bringToFront();
    await other.marksUntil('what it promises elsewhere', elsewhere);
    await reader.page.bringToFront();
    await reader.clickInCard('.toast .undo');
    await reader.marksUntil('everything marked again', everything);
    await other.page.bringToFront();
    await other.marksUntil('everything marked again elsewhere', everything);
    await other.leave();
  });
});
