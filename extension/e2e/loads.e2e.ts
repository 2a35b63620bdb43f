import { describe, expect } from 'vitest';
import { askBackground } from './harness/own-page.ts';
import { test } from './harness/test.ts';

describe('the built extension', () => {
  test('loads, and its background answers our own pages', async ({ running }) => {
    const popup = await running.openOwnPage('popup/popup.html');
    await expect(askBackground(popup, 'get-settings', {})).resolves.toMatchObject({ on: true, marks: 'all' });
  });
});
