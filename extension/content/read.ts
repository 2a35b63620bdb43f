/** What is injected into a news page at load. Its weight is paid on every page, with or without a mention: 8 KB at most. */
import { beginSession } from './session.ts';

beginSession();
