/** How the commands of `package.json` that work on the pack end. */
import { PackError } from '../compile/problem.ts';

/** Wrong use or unreadable input: a message for the person at the terminal. */
export class UsageError extends Error {}

/** The same for what `parseArgs` refuses. */
export function asUsageError(error: unknown): UsageError {
  return new UsageError(error instanceof Error ? error.message : String(error));
}

/**
 * Runs a command. What its user can mend is printed to the error stream, without a stack, and ends it: wrong use with 2 and the usage, a pack
 * that is refused with `refused`. Any other error is thrown on.
 */
export async function runCommand(main: () => Promise<void>, usage: string, refused: 1 | 2): Promise<void> {
  // A reader that closes the pipe early (`| head`) is no mistake of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    await main();
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof PackError)) throw error;
    process.stderr.write(`${error.message}\n${error instanceof UsageError ? `${usage}\n` : ''}`);
    process.exitCode = error instanceof UsageError ? 2 : refused;
  }
}
