/** Entry of the Node side: a job as JSON in the first argument, the result as JSON on standard output. */
import AhoCorasick from 'aho-corasick-node';
import { type CellJob, runCell } from './match-cell.ts';
import { type Peer, PEERS } from './match-peers.ts';

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

const job = JSON.parse(process.argv[2] ?? '{}') as CellJob;
process.stdout.write(JSON.stringify(runCell([...PEERS, ahoCorasickNode], job)));
