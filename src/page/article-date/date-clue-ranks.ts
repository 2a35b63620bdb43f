/** Names by which publishing systems call the day an article was published, and marks of places where another day stands. */
import WORDS from './date-clue-words.json';

/**
 * `name`, `property` or `itemprop` of `meta` elements that hold the day of publication, surest first, in lower case.
 * Names of a later change (`article:modified_time`, `last-modified`, `revised`) are left out on purpose: an article of 2020
 * that was touched in 2024 was still written in 2020.
 */
export const PUBLISHED_META: readonly string[] = wordsOf(WORDS.publishedMeta);

/** Schema.org types of the page's own article, surest first; anything ending in `Article` counts with the first. */
export const ARTICLE_TYPES: readonly RegExp[] = [
  /(Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|ClaimReview)$/,
  /^(WebPage|ItemPage|VideoObject|AudioObject|PodcastEpisode|CreativeWork|MediaGallery|ImageGallery)$/,
];

/** Class, id and tag names around a `time` element that dates something other than this article, or a later change of it. */
export const FOREIGN_PLACE =
  /comment|repl(y|ies)|disqus|related|recommend|more-|read-?(more|next)|also|sidebar|aside|\bnav|footer|promo|teaser|latest|popular|trending|most-|widget|ticker|masthead|topbar|site-header|live-?(entry|post|update)|liveblog|updat|modif|revis|expire|event/i;

/** Class, id, tag and itemprop names around a `time` element that dates this article. */
export const OWN_PLACE =
  /datepublished|pubdate|publish|byline|entry-(date|meta|header)|post-(date|meta|header)|article|story|headline|dateline|timestamp/i;

/** Words that announce a later change, in seven languages; a date after one of them is not the article's. */
export const UPDATE_WORDS =
  /updated?|modified|edited|corrected|güncelle\p{L}*|обновл\p{L}*|изменен\p{L}*|تحديث|آخر تعديل|حُدّث|aktualisiert|geändert|mis à jour|mise à jour|modifié|actualizad[oa]|modificad[oa]/iu;

/** Words that may stand beside a date on a line of its own, in seven languages. Lower case. */
export const DATE_LINE_WORDS: ReadonlySet<string> = new Set(wordsOf(WORDS.dateLine));

function wordsOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(' '));
}
