/**
 * How a message and its reply travel: the same for every direction. Both ends parse; nothing else is let through.
 * The sending side is a few lines per surface in `extension/platform/`; the answering side is {@link answer}.
 */
import * as v from 'valibot';
import { DatelineError, type ErrorCode, Failure } from './errors.ts';

/** A table of messages: name to parsers of what goes in and what comes out. */
export type MessageTable = Readonly<Record<string, { readonly input: v.GenericSchema; readonly output: v.GenericSchema }>>;
/** What a message carries. */
export type Input<T extends MessageTable, N extends keyof T> = v.InferOutput<T[N]['input']>;
/** What a message is answered with. */
export type Output<T extends MessageTable, N extends keyof T> = v.InferOutput<T[N]['output']>;

/** The three directions; a listener takes only its own. */
export type Direction = 'from-page' | 'from-own-pages' | 'to-page';

/** A message under way. `input` is not to be trusted before it went through its table's parser. */
export interface Envelope {
  readonly dateline: Direction;
  readonly name: string;
  readonly input: unknown;
}

/** A reply under way: the output, or a failure as data. */
export type Reply = { readonly ok: true; readonly output: unknown } | v.InferOutput<typeof Failure>;

const EnvelopeSchema = v.strictObject({
  dateline: v.picklist(['from-page', 'from-own-pages', 'to-page']),
  name: v.string(),
  input: v.unknown(),
});

/** Handlers of every message of a table; `C` is what the receiver knows about the sender. */
export type Handlers<T extends MessageTable, C> = {
  readonly [N in keyof T]: (input: Input<T, N>, context: C) => Promise<Output<T, N>>;
};

/** Gives the envelope if `message` is one for `direction`, else `undefined`: other extensions' and our other surfaces' messages pass by. */
export function envelopeFor(direction: Direction, message: unknown): Envelope | undefined {
  const parsed = v.safeParse(EnvelopeSchema, message);
  return parsed.success && parsed.output.dateline === direction ? parsed.output : undefined;
}

/**
 * Parses the input, runs the handler, gives the reply. Never rejects: a {@link DatelineError} becomes its code,
 * anything else becomes `unexpected` and is passed to `onBug`.
 */
export async function answer<T extends MessageTable, C>(
  table: T,
  handlers: Handlers<T, C>,
  envelope: Envelope,
  context: C,
  onBug: (error: unknown) => void,
): Promise<Reply> {
  if (!Object.hasOwn(table, envelope.name)) return failure('bad-message', `no message ${envelope.name}`);
  const entry = table[envelope.name];
  const handler = handlers[envelope.name];
  if (entry === undefined || handler === undefined) return failure('bad-message', `no handler ${envelope.name}`);
  const input = v.safeParse(entry.input, envelope.input);
  if (!input.success) return failure('bad-message', v.summarize(input.issues));
  try {
    return { ok: true, output: await handler(input.output, context) };
  } catch (error) {
    if (error instanceof DatelineError) return failure(error.code, error.message);
    onBug(error);
    return failure('unexpected', error instanceof Error ? error.message : String(error));
  }
}

/**
 * Parses a reply at the asking end.
 * @throws DatelineError with the failure's code, or `bad-message` when the reply does not parse.
 */
export function readReply<T extends MessageTable, N extends keyof T & string>(table: T, name: N, reply: unknown): Output<T, N> {
  const failed = v.safeParse(Failure, reply);
  if (failed.success) throw new DatelineError(failed.output.code, failed.output.detail);
  const entry = table[name];
  const parsed = v.safeParse(v.strictObject({ ok: v.literal(true), output: entry?.output ?? v.never() }), reply);
  if (!parsed.success) throw new DatelineError('bad-message', v.summarize(parsed.issues));
  return parsed.output.output;
}

function failure(code: ErrorCode, detail: string): Reply {
  return { ok: false, code, detail };
}
