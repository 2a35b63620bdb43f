/** Entry of the background: wires everything in one synchronous go, since a listener attached later misses the event that woke us. */
import { connection } from '../../src/store/connection.ts';
import { listenForMessages } from '../platform/listening.ts';
import { listenForBrowserEvents } from './browser-events.ts';
import { handlersForOwnPages } from './for-own-pages.ts';
import { handlersForPages } from './for-pages.ts';
import { packLoader } from './pack.ts';
import { Readings } from './readings.ts';

const store = connection();
const loadPack = packLoader(store);
const readings = new Readings();

listenForMessages({
  fromPage: handlersForPages({ store, loadPack, readings }),
  fromOwnPages: handlersForOwnPages({ store, readings }),
});
listenForBrowserEvents(readings);
