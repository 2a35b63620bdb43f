import { expect, test } from 'vitest';
import { bundleScripts } from './bundle.ts';

test('a bundle with Preact in it has no way to set innerHTML, and is accounted for by its place in the extension', async () => {
  const { files, outputs } = await bundleScripts([{ from: 'extension/popup/popup.tsx', to: 'popup/popup.js', format: 'esm' }]);
  const text = new TextDecoder().decode(files.get('popup/popup.js'));
  expect(text).toContain('dangerouslySetInnerHTML is switched off');
  expect(text).not.toMatch(/\.innerHTML\s*=[^=]/);
  expect(Object.keys(outputs)).toEqual(['popup/popup.js']);
  expect(Object.keys(outputs['popup/popup.js']?.inputs ?? {})).toContain('node_modules/preact/dist/preact.mjs');
});
