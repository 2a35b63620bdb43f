/** *Why this?*: which words led to this reading, and on what evidence. */
import type { Why } from '../../facts/mention.ts';
import type { MessageKey, Words } from '../words.ts';

const EVIDENCE: Readonly<Record<Why['evidence'], MessageKey>> = {
  name: 'whyName',
  'full-name-earlier': 'whyFullNameEarlier',
  'cue-nearby': 'whyCueNearby',
  'cue-in-article': 'whyCueInArticle',
  date: 'whyDate',
  'title-and-date': 'whyTitleAndDate',
  introduced: 'whyIntroduced',
};

/** One sentence. `text` is the mention as it stands in the article. */
export function WhyThis({ why, text, words }: { why: Why; text: string; words: Words }) {
  // A cue is named only where the evidence is a cue; the message of every other kind has one placeholder and ignores the second.
  const key = why.cue === undefined && why.evidence.startsWith('cue') ? 'whyName' : EVIDENCE[why.evidence];
  return (
    <p class="why">
      <b>{words.say('cardWhy')}</b> {words.say(key, text, why.cue ?? '')}
    </p>
  );
}
