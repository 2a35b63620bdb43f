/** Entry of the background: wires everything in one synchronous go, since a listener attached later misses the event that woke us. */
import { connection } from '../../src/store/connection.ts';
import { Keeper } from '../../src/store/keeper.ts';
import { mirrorDatabase } from '../../src/store/second-copy/mirror-database.ts';
import { listenForMessages, reportBug } from '../platform/listening.ts';
import { mirrorInStorage } from '../platform/mirror-in-storage.ts';
import { listenForBrowserEvents } from './browser-events.ts';
import type { Services } from './services.ts';
import { handlersForOwnPages } from './for-own-pages.ts';
import { handlersForPages } from './for-pages.ts';
import { packLoader } from './pack.ts';
import { Readings } from './readings.ts';

const store = connection();
const keeper = new Keeper(store, mirrorInStorage() ?? mirrorDatabase(), {
  newEntry: () => crypto.randomUUID(),
  now: () => new Date().toISOString(),
  onMirrorFailed: reportBug,
});
const services: Services = { store, keeper, packs: packLoader(store), readings: new Readings() };

listenForMessages({ fromPage: handlersForPages(services), fromOwnPages: handlersForOwnPages(services) });
listenForBrowserEvents(services);
