/** The welcome page. What is not the article stands in a banner and an aside, which reading leaves out as any site's frame. */
import type { DemoArticle } from './demo-article.ts';
import { NewsQuestion } from './news-question.tsx';
import { RememberSwitch } from '../../src/ui/remember-switch.tsx';
import { useRemembering } from '../platform/use-remembering.ts';
import { directionOf, type MessageKey, type Words } from '../../src/ui/words.ts';

const TRIES: readonly MessageKey[] = ['welcomeTryRest', 'welcomeTryDate', 'welcomeTryKeys'];

/** See the head of this file. */
export function Welcome({ article, words }: { article: DemoArticle; words: Words }) {
  const [remembers, remember] = useRemembering();
  return (
    <div class="welcome">
      <header role="banner">
        <h1>{words.say('welcomeTitle')}</h1>
        <p class="lead">{words.say('welcomeIntro')}</p>
      </header>
      <main>
        <article lang={article.lang} dir={directionOf(article.lang)}>
          <h2>{article.title}</h2>
          <p class="dateline">
            <time dateTime={article.day}>{article.dateline}</time>
          </p>
          {article.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </article>
      </main>
      <aside class="beside">
        <section>
          <h2>{words.say('welcomeTry')}</h2>
          <ol class="tries">
            {TRIES.map((key) => (
              <li key={key}>{words.say(key)}</li>
            ))}
          </ol>
          <p class="note">{words.say('welcomeDemoNote')}</p>
        </section>
        <NewsQuestion words={words} />
        <section>
          <h2>{words.say('rememberTitle')}</h2>
          <RememberSwitch on={remembers} onChange={(on) => void remember(on).catch(() => undefined)} words={words} />
        </section>
      </aside>
    </div>
  );
}
