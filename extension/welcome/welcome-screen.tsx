/** The welcome page. What is not the article stands in a banner and an aside, which reading leaves out as any site's frame. */
import type { DemoArticle } from './demo-article.ts';
import { NewsQuestion } from './news-question.tsx';
import { directionOf, type MessageKey, type Words } from '../../src/ui/words.ts';

const TRIES: readonly MessageKey[] = ['welcomeTryRest', 'welcomeTryDate', 'welcomeTryKeys'];

/** See the head of this file. */
export function Welcome({ article, words }: { article: DemoArticle; words: Words }) {
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
      </aside>
    </div>
  );
}
