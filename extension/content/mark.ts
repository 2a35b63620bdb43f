/** What is injected beside `read.ts` when the first mention was found: paints, points, and opens the port for the card. */
import { Marking } from './marking.ts';
import { markingPlace } from './ports/marking-port.ts';

markingPlace.join((port) => port.attach(new Marking(port)));
