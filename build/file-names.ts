/** Names that say nothing about what a file holds, and so attract whatever has no home. */
const EMPTY_NAMES = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'shared', 'lib', 'stuff'];

/** One sentence for each file or folder that bears such a name. Paths have forward slashes. */
export function emptyNames(paths: readonly string[]): readonly string[] {
  return paths
    .filter((path) => path.split('/').some((part) => EMPTY_NAMES.includes(part.split('.')[0] ?? '')))
    .map((path) => `${path}: name the idea it holds, not ${EMPTY_NAMES.slice(0, 2).join(', ')} or the like`);
}
