/** The story as a React application: the same component on the server and in the browser. */
import { createElement, type ReactElement, useEffect, useState } from 'react';
import { STORY } from './story.ts';

/** Renders the story; the event `render-again` on `window` replaces every paragraph's node, `add-paragraph` adds one. */
export function App(): ReactElement {
  const [round, setRound] = useState(0);
  const [added, setAdded] = useState<readonly string[]>([]);
  useEffect(() => {
    const again = (): void => setRound((before) => before + 1);
    const add = (): void => setAdded((before) => [...before, 'Later, a convoy left Idlib for the border.']);
    addEventListener('render-again', again);
    addEventListener('add-paragraph', add);
    document.documentElement.classList.add('hydrated');
    return () => {
      removeEventListener('render-again', again);
      removeEventListener('add-paragraph', add);
    };
  }, []);
  return createElement(
    'article',
    null,
    createElement('h1', null, STORY.title),
    // A new key makes React throw the old node away.
    [...STORY.paragraphs, ...added].map((text, place) => createElement('p', { key: `${round}-${place}` }, text)),
  );
}
