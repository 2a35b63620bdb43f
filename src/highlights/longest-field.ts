/** Longest field of a record, in UTF-16 code units (promises S8). In its own file for the script in news pages, which has no parser. */
export const LONGEST_FIELD = 65_536;
