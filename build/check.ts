/** Everything that must hold before a change lands: `npm run check`. Runs all steps whatever fails, and ends with one line of counts. */
import { spawn } from 'node:child_process';

/** Scripts of `package.json`, cheapest first. A lockfile that `npm ci` refuses stops every fresh clone; layer rules, file names and budgets are part of the build. */
const STEPS = ['lockfile', 'format:check', 'lint', 'types', 'dead-code', 'facts', 'build', 'validate'];

/** Runs a script, showing its output as it comes; gives its exit code and what it wrote. */
function run(script: string): Promise<{ code: number; output: string }> {
  console.log(`\n== ${script}`);
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      output += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const failed: string[] = [];
for (const step of STEPS) {
  if ((await run(step)).code !== 0) failed.push(step);
}
const tests = await run('test');
const counts = /^(\d+) passed, (\d+) failed$/m.exec(tests.output);
const passedTests = Number(counts?.[1] ?? 0);
// A run that broke before it could count has failed once.
const failedTests = tests.code === 0 ? 0 : Math.max(1, Number(counts?.[2] ?? 0));

if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')}`);
console.log(`\n${STEPS.length - failed.length + passedTests} passed, ${failed.length + failedTests} failed`);
process.exitCode = failed.length + failedTests === 0 ? 0 : 1;
