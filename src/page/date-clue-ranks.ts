/** Names by which publishing systems call the day an article was published, and marks of places where another day stands. */

/**
 * `name`, `property` or `itemprop` of `meta` elements that hold the day of publication, surest first, in lower case.
 * Names of a later change (`article:modified_time`, `last-modified`, `revised`) are left out on purpose: an article of 2020
 * that was touched in 2024 was still written in 2020.
 */
export const PUBLISHED_META: readonly string[] = (
  'article:published_time og:article:published_time article:published article:publish_date article.published ' +
  'datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime ' +
  'originalpublicationdate article_date_original publication_date publication-date publish_date publish-date publishdate published_at ' +
  'pubdate ptime pdate dc.date.issued dcterms.issued dc.date.created dcterms.created dc.created dc.date dcterms.date ' +
  'citation_publication_date citation_date bt:pubdate mediator_published_time rnews:datepublished vr:published_time ' +
  'analyticsattributes.articledate og:published_time published_time published date.created datecreated created date'
).split(' ');

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
export const DATE_LINE_WORDS: ReadonlySet<string> = new Set(
  (
    'published publication last posted first on at date time issued released created the of by a m p am pm est edt et gmt utc bst cet cest trt tsi msk ist eet local ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'yayınlanma son yayın yayınlandı giriş tarih tarihi saat eklenme oluşturulma haber tsi̇ pazartesi salı çarşamba perşembe cuma cumartesi pazar ' +
    'опубликовано опубликована дата публикации время в г года мск понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс ' +
    'نشر نُشر نشرت في تاريخ التاريخ النشر تاريخ-النشر الساعة بتوقيت غرينتش مكة دمشق م ص يوم الإثنين الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد ' +
    'veröffentlicht erschienen zuletzt stand uhr um am vom den montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so ' +
    'publié publiée paru le à h min lundi mardi mercredi jeudi vendredi samedi dimanche ' +
    'publicado publicada el a las del fecha hora hrs lunes martes miércoles jueves viernes sábado domingo'
  ).split(' '),
);
