/** The most text one message carries, in UTF-16 code units: about 100 KB, which blocks a page for about a millisecond (bench/page.ts). */
export const LONGEST_BATCH = 50_000;
