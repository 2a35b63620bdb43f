/** The keys of our commands, as the browser has them now: readers may change them, and browsers leave out what is taken. */
import { browser } from './browser.ts';

/** A command and its key, '' where it has none. */
export interface Shortcut {
  readonly name: string;
  /** What it does, in the interface's language; '' for what the browser itself describes. */
  readonly description: string;
  /** As the browser writes it: 'Alt+Shift+J'. */
  readonly key: string;
}

/** Every command. */
export async function shortcuts(): Promise<readonly Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({ name, description, key: shortcut }));
}
