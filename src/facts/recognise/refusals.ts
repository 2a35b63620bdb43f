/** Why a spelling that stands in the text was not taken for what it could mean: a closed list, shown by `annotate --explain`. */

/** One of the reasons a reading is refused for. */
export type Refusal =
  /** It has no capital letter, or is not written exactly as it must be. */
  | 'case'
  /** The article is older than the reading, or younger. */
  | 'before-its-time'
  | 'after-its-time'
  /** The reading counts in a certain time only, the article has no date, and nothing near by decides. */
  | 'no-date'
  /** None of the evidence the reading needs is there. */
  | 'no-evidence'
  /** Something stands there that speaks against the reading. */
  | 'counter-evidence'
  /** Another first name stands before the surname, or the name is part of a longer one. */
  | 'another-name'
  /** An everyday word at a sentence's start or among capitals only, and nothing shows that it is the name. */
  | 'everyday-word'
  /** A former, acting, deputy or future holder of the office. */
  | 'not-the-holder'
  /** The sentence is about a year in which somebody else held the office. */
  | 'another-year'
  /** The title belongs to the name beside it; that is marked instead. */
  | 'beside-name'
  /** The title is followed by the name of somebody the pack does not know. */
  | 'unknown-holder'
  /** Another reading of the same words weighs more, or as much. */
  | 'outweighed'
  | 'tie'
  /** It would cut a quotation in two: it begins or ends inside one that it does not hold whole. */
  | 'torn-quotation'
  /** It is part of an accord's name of which it is unclear which accord is meant. */
  | 'unclear-accord'
  /** It lies inside a longer mention, or crosses one. */
  | 'inside-mention';
