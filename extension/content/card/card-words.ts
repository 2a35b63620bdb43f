/**
 * The messages of the card, the toolbars and the toasts, by name. They are read when the script starts: once the extension is updated or
 * removed under an open page, the browser gives it no message any more, and the card goes on working.
 */

/** Names of messages; `#` stands behind those that have a form for each plural category. The test beside this file knows if one is missing. */
export const CARD_WORDS =
  'actHighlight actKnow actKnowHint actSiteOff actSnooze actWrong actWrongHint cardActing cardAgreed cardAllFacts cardAsOf cardBefore cardBetween cardClose cardDevelopments# cardDisputed cardHandover cardHeldBy cardHolders cardKnownUntil cardLatest cardLedBy cardMoveHint cardNoDate cardNoDateAsk cardOffices cardOtherNames cardParties cardPin cardSince cardSourceNumber cardSources# cardTerms cardThenOffice cardWhen cardWhere cardWhy colourBlue colourGreen colourPink colourYellow dateCorrectLabel dateCorrectSet dateCorrectUndo dateHowAddress dateHowArchive dateHowDateline dateHowPageData dateHowReader dateHowTime dateSince errorBadMessage errorDiskFull errorExtensionGone errorNotAllowed errorNotFound errorPackUnreadable errorPageRefused errorStoreUnavailable errorTooMany errorUnexpected highlightChanged highlightCopied highlightCopy highlightCopyHint highlightDelete highlightDeleted highlightNotCopied highlightNotSaved highlightNote highlightNothingSelected highlightSaved highlightTooLong highlightToolbar highlightToolbarSaved kindAgreement kindEvent kindOffice kindOrganisation kindPerson kindPlace locale opensInNewTab toastDateBack toastDateSet toastKnown toastSiteOff toastSnoozed toastWrong tryAgain undo whyCueInArticle whyCueNearby whyDate whyFullNameEarlier whyIntroduced whyName whyTitleAndDate'.split(
    ' ',
  );
