/** Name of the marks on the page's timeline that say when rows were put into the document: what `bench/history.ts` measures by. */
export const ROWS_SHOWN = 'dateline-rows';
