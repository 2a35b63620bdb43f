/**
 * Tag name of the one element we add to a page; never read, never reported as a change of the page. In its own file for the card's script,
 * which has no use for `text-rules.ts`.
 */
export const OWN_HOST = 'dateline-host';
