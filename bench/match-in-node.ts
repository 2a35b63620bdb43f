/** Entry of the Node side: the first argument names a file with a job as JSON, the result goes to standard output as JSON. */
import { readFileSync } from 'node:fs';
import AhoCorasick from 'aho-corasick-node';
import { type CellJob, runCell } from './match-cell.ts';
import { type Peer, PEERS } from './match-peers.ts';
import { type RecognitionJob, runRecognition } from './recognition-cell.ts';

/** Needs Node's Buffer. Gives no offsets, so its matches inside words cannot be told from whole words. */
const ahoCorasickNode: Peer = {
  name: 'aho-corasick-node',
  build: (forms) => {
    const builder = AhoCorasick.builder();
    for (const form of forms) builder.add(form.toLowerCase());
    const automaton = builder.build();
    return { search: (text) => ({ run: () => automaton.match(text.toLowerCase()).length }) };
  },
};

const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as CellJob | RecognitionJob;
const result = 'peer' in job ? runCell([...PEERS, ahoCorasickNode], job) : runRecognition(job);
process.stdout.write(JSON.stringify(result));
