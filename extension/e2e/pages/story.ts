/** The news that the fixture pages tell, in our own words. Framework pages render these very paragraphs on the server and in the browser. */

/** What every fixture page carries in its head. */
export interface Story {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Day it was written, `YYYY-MM-DD`. */
  readonly day: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** Names places, people, an organisation and the accord. */
export const STORY: Story = {
  lang: 'en',
  dir: 'ltr',
  day: '2020-02-21',
  title: 'Erdoğan and Putin speak about Idlib',
  paragraphs: [
    'Turkish President Recep Tayyip Erdoğan and Russian President Vladimir Putin spoke by telephone on Friday about the fighting in Idlib.',
    'Both said that the Sochi accord of September 2018 has to be carried out in full, the Kremlin said.',
    'Ankara has sent more troops to its observation posts, while Damascus wants them to leave.',
  ],
};

/** The same news in Arabic, for a page that runs from right to left. */
export const ARABIC_STORY: Story = {
  lang: 'ar',
  dir: 'rtl',
  day: '2020-02-21',
  title: 'أردوغان وبوتين يبحثان الوضع في إدلب',
  paragraphs: [
    'بحث الرئيس التركي رجب طيب أردوغان هاتفيا مع الرئيس الروسي فلاديمير بوتين يوم الجمعة القتال في إدلب.',
    'وأكد الجانبان ضرورة تنفيذ اتفاق سوتشي الموقع في سبتمبر 2018، بحسب الكرملين.',
  ],
};

/** News in which nobody and nothing of the pack is named. */
export const STORY_WITHOUT_MENTIONS: Story = {
  lang: 'en',
  dir: 'ltr',
  day: '2020-02-21',
  title: 'Town opens new swimming pool',
  paragraphs: ['The pool was closed for two years while its roof was mended.', 'Swimmers queued from seven in the morning.'],
};

/** A whole page around the HTML of its body; the date stands in the head as most publishing systems write it. */
export function page({ lang, dir, day, title }: Story, body: string): string {
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head><meta charset="utf-8"><title>${title}</title><meta property="article:published_time" content="${day}T12:00:00Z"></head>
<body>${body}</body>
</html>`;
}

/** A plain article. */
export function articlePage(story: Story): string {
  return page(
    story,
    `<main><article><h1>${story.title}</h1>${story.paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main>`,
  );
}

/** An article in two columns. */
export function columnsPage(story: Story): string {
  const paragraphs = story.paragraphs.map((text) => `<p>${text}</p>`).join('');
  return page(
    story,
    `<style>article { columns: 2; width: 700px; }</style><main><article><h1>${story.title}</h1>${paragraphs}</article></main>`,
  );
}

/** A live blog of so many posts, in a box that scrolls. */
export function liveBlog(posts: number): string {
  const all = Array.from({ length: posts }, (_, at) => `<p>Post ${at}: the convoy ${at * 7} passed the crossing at noon.</p>`);
  return page(
    STORY,
    `<main style="height: 500px; overflow: auto; border: 4px solid"><article><h1>${STORY.title}</h1>${all.join('')}</article></main>`,
  );
}
