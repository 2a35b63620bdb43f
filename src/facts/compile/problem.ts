/** Everything that can be wrong with a pack's files, as a closed list; each is reported with file, line and a sentence. */

/** Keys and places from the top of a file down to one of its parts. */
export type PartPath = readonly (string | number)[];

/** What is wrong. */
const PACK_PROBLEMS = [
  /** The file is not YAML, or has a key twice. */
  'not-yaml',
  /** A key is unknown, missing or of the wrong type. */
  'wrong-shape',
  /** A file the pack cannot do without is missing. */
  'missing-file',
  /** A fact says neither when it was nor from when it holds. */
  'no-date',
  /** A statement names no source. */
  'no-source',
  /** A source key that the file's `sources` does not have. */
  'unknown-source',
  /** An id that no file of the pack has. */
  'unknown-id',
  /** An id that another pack has, or that is there twice. */
  'id-taken',
  /** A cue group that `cues.yaml` does not have. */
  'unknown-cue',
  /** A single-holder office has two holders at a time. */
  'overlapping-tenures',
  /** An entity was two things at a time. */
  'overlapping-statuses',
  /** A form or cue that no text can match, or whose brackets do not pair. */
  'bad-form',
  /** A form that is an everyday word counts without a condition. */
  'everyday-word',
  /** A text is longer than a card holds. */
  'too-long',
  /** A source's address is not http or https. */
  'bad-address',
  /** A text or a list is longer than any pack needs, or a text has characters that no reader sees. */
  'unfit',
  /** More entities or spellings than a reader's own pack may have. */
  'too-many',
] as const;

/** One of {@link PACK_PROBLEMS}. */
export type PackProblemCode = (typeof PACK_PROBLEMS)[number];

/** One thing wrong with one file. */
export interface PackProblem {
  readonly code: PackProblemCode;
  /** Path inside the pack's folder, with `/`. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;
  /** The part of the file it is about, for a file whose lines say nothing. */
  readonly path: PartPath;
  /** One sentence for the author. */
  readonly message: string;
}

/** Makes a problem with a part of one file. */
type ProblemMaker = (code: PackProblemCode, path: PartPath, message: string) => PackProblem;

/** Makes the problems of a file, each with its line. */
export function problemsIn(file: { readonly path: string; lineOf(path: PartPath): number }): ProblemMaker {
  return (code, path, message) => ({ code, file: file.path, line: file.lineOf(path), path, message });
}

/** A pack that was refused, with everything that is wrong with it. */
export class PackError extends Error {
  override readonly name = 'PackError';
  constructor(readonly problems: readonly PackProblem[]) {
    super(problems.map(({ file, line, code, message }) => `${file}:${line}: ${message} (${code})`).join('\n'));
  }
}
