/** Reads one YAML file of a pack and remembers on which line each part of it stands. */
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { PackProblem, PartPath } from './problem.ts';

/** A file of the pack as text; `path` is inside the pack's folder, with `/`. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/** A parsed file. */
export interface YamlFile {
  readonly path: string;
  readonly value: unknown;
  /** Line, from 1, of the part at `path`; of its nearest parent where it is not there. */
  lineOf(path: PartPath): number;
}

/** Parses a file; gives the problems instead where it is not YAML. */
export function readYaml({ path, text }: PackFile): YamlFile | PackProblem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return document.errors.map((error) => ({
      code: 'not-yaml',
      file: path,
      line: lines.linePos(error.pos[0]).line,
      path: [],
      message: error.message,
    }));
  }
  return {
    path,
    value: document.toJS(),
    lineOf(wanted) {
      for (let depth = wanted.length; depth > 0; depth--) {
        const node = document.getIn(wanted.slice(0, depth), true);
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    },
  };
}
