/**
 * The news page's end of every message. Uses the browser's own `browser` object: the polyfill does nothing on the browsers we support,
 * and its 3 KB would be paid on every page. Replies are parsed by `src/messages/check.ts`, for the same reason.
 */
import type * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { shaped, isString, type Check } from '../../src/messages/check.ts';
import { DatelineError, ERROR_CODES, type ErrorCode } from '../../src/messages/dateline-error.ts';
import type { Envelope, Reply } from '../../src/messages/envelope.ts';
import type { FROM_PAGE, FromPage } from '../../src/messages/from-page.ts';
import { ANSWERS, type Answer, type Request, REQUESTS } from '../../src/messages/page-checks.ts';
import type { TO_PAGE, ToPage } from '../../src/messages/to-page.ts';

/** What a content script is given of the API; `id` and more vanish when the extension is updated or removed under an open page. */
declare const browser: { readonly runtime?: Pick<Runtime.Static, 'sendMessage' | 'onMessage' | 'id'> };

/** Whether the extension this script belongs to is still there. */
export function isExtensionAlive(): boolean {
  return browser.runtime?.id !== undefined;
}

/**
 * Asks the background.
 * @throws {DatelineError} with the background's code; `bad-message` for a reply that does not parse, `extension-gone` after an update,
 * `unexpected` where nobody answered.
 */
export async function sendFromPage<Name extends FromPage>(
  name: Name,
  input: v.InferInput<(typeof FROM_PAGE)[Name]['input']>,
): Promise<Answer<Name>> {
  const envelope: Envelope = { dateline: 'from-page', name, input };
  let reply: unknown;
  try {
    reply = await browser.runtime?.sendMessage(envelope);
  } catch (error) {
    throw new DatelineError(isExtensionAlive() ? 'unexpected' : 'extension-gone', String(error), { cause: error });
  }
  if (!isExtensionAlive()) throw new DatelineError('extension-gone');
  if (reply == null) throw new DatelineError('unexpected', 'no answer');
  if (isFailure(reply)) throw new DatelineError(reply.code);
  if (!isSuccess(reply) || !ANSWERS[name](reply.output)) throw new DatelineError('bad-message', name);
  return reply.output;
}

type Done<Name extends ToPage> = v.InferInput<(typeof TO_PAGE)[Name]['output']>;

/** What a page does when the background asks. */
export type PageHandlers = {
  readonly [Name in ToPage]: (request: Request<Name>) => Done<Name> | Promise<Done<Name>>;
};

/** Answers the background's requests for the life of the page; other messages pass by. */
export function listenInPage(handlers: PageHandlers): void {
  browser.runtime?.onMessage.addListener((message: unknown): Promise<Reply> | undefined =>
    isEnvelope(message) ? answerTo(message, handlers) : undefined,
  );
}

async function answerTo({ name, input }: Envelope, handlers: PageHandlers): Promise<Reply> {
  if (!isRequestName(name)) return { ok: false, code: 'bad-message' };
  return handle(name, input, handlers);
}

async function handle<Name extends ToPage>(name: Name, input: unknown, handlers: Pick<PageHandlers, Name>): Promise<Reply> {
  const isRequest: Check<Request<Name>> = REQUESTS[name];
  return isRequest(input) ? { ok: true, output: await handlers[name](input) } : { ok: false, code: 'bad-message' };
}

const isEnvelope = shaped<Pick<Envelope, 'dateline' | 'name'>>({
  dateline: (value): value is Envelope['dateline'] => value === 'to-page',
  name: isString,
}) as Check<Envelope>;
const isSuccess = shaped<{ ok: true; output: unknown }>({
  ok: (value): value is true => value === true,
  output: (value): value is unknown => value !== undefined,
});
const isFailure = shaped<{ ok: false; code: ErrorCode }>({
  ok: (value): value is false => value === false,
  code: (value): value is ErrorCode => ERROR_CODES.includes(value as ErrorCode),
});
const isRequestName = (name: string): name is ToPage => Object.hasOwn(REQUESTS, name);
