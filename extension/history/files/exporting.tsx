/** Exporting what is found: choice of the format, Markdown's template with a preview, progress, and the file. */
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { EXPORT_FORMATS, exportFiles, type ExportFormat } from '../../../src/highlights/export/files.ts';
import { DEFAULT_TEMPLATE, markdownOf, markdownTemplate, TEMPLATE_NAMES } from '../../../src/highlights/export/markdown.ts';
import { type Template, TemplateError } from '../../../src/highlights/export/template.ts';
import type { Highlight } from '../../../src/highlights/highlight.ts';
import { connection } from '../../../src/store/connection.ts';
import type { MessageKey, Words } from '../../../src/ui/words.ts';
import { keepTemplate, LONGEST_TEMPLATE, readTemplate } from '../../platform/export-template.ts';
import { giveFile } from '../../platform/giving-file.ts';
import { Dialog } from './dialog.tsx';
import { passagesToExport } from './passages-to-export.ts';

const FORMATS: Readonly<Record<ExportFormat, MessageKey>> = {
  markdown: 'exportMarkdown',
  csv: 'exportCsv',
  'web-annotation': 'exportAnnotation',
  json: 'exportJson',
};
const TEMPLATE_ERRORS: Readonly<Record<TemplateError['code'], MessageKey>> = {
  'unknown-name': 'exportUnknownName',
  'section-not-closed': 'exportNotClosed',
  'section-not-opened': 'exportNotOpened',
  'too-deep': 'exportTooDeep',
};
/** Passages looked at for the preview of one article. */
const FOR_PREVIEW = 20;

/** See the head of this file. `ids` of what is to be exported, in order. */
export function ExportDialog({ ids, onClose, words }: { ids: readonly string[]; onClose: () => void; words: Words }) {
  const [format, setFormat] = useState<ExportFormat>('markdown');
  const [text, setText] = useState(DEFAULT_TEMPLATE);
  const [part, setPart] = useState<number | null>(null);
  const [saying, setSaying] = useState('');
  const runningRef = useRef<AbortController>(undefined);
  const [store] = useState(() => connection());
  useEffect(() => {
    readTemplate().then(
      (kept) => kept !== undefined && setText(kept),
      () => undefined,
    );
    // A closed dialog makes no file.
    return () => {
      runningRef.current?.abort();
      void store.close();
    };
  }, [store]);
  const template = useMemo(() => templateOf(text), [text]);

  const start = async (usable: Template): Promise<void> => {
    const abort = new AbortController();
    runningRef.current = abort;
    setSaying('');
    setPart(0);
    try {
      const reading = { byArticle: format === 'markdown', signal: abort.signal, onProgress: setPart };
      const options = { format, template: usable, made: new Date().toISOString() };
      const files = await exportFiles(passagesToExport(store, ids, reading), options);
      abort.signal.throwIfAborted();
      for (const { name, type, parts } of files) giveFile(name, parts, type);
      setSaying(words.say('exportDone', words.list(files.map(({ name }) => name))));
    } catch {
      setSaying(words.say(abort.signal.aborted ? 'exportCancelled' : 'errorUnexpected'));
    }
    setPart(null);
  };
  const write = (next: string): void => {
    setText(next);
    keepTemplate(next === DEFAULT_TEMPLATE ? undefined : next).catch(() => setSaying(words.say('errorUnexpected')));
  };
  const usable = template instanceof TemplateError ? undefined : template;
  const mayStart = format === 'markdown' ? usable : (usable ?? []);
  return (
    <Dialog title={words.say('exportTitle')} onClose={onClose} words={words}>
      <p class="note">{words.count('historyFound', ids.length)}</p>
      <fieldset disabled={part !== null}>
        <legend class="unseen">{words.say('exportFormat')}</legend>
        {EXPORT_FORMATS.map((one) => (
          <label key={one} class="choice">
            <input type="radio" name="format" checked={one === format} onChange={() => setFormat(one)} />
            <span>{words.say(FORMATS[one])}</span>
          </label>
        ))}
      </fieldset>
      {format === 'markdown' && (
        <details class="template">
          <summary>{words.say('exportTemplate')}</summary>
          <TemplateField
            text={text}
            problem={template instanceof TemplateError ? template : undefined}
            onWrite={write}
            words={words}
          />
          {usable !== undefined && <Preview template={usable} ids={ids} store={store} words={words} />}
        </details>
      )}
      <div class="row">
        {part === null ? (
          <button
            type="button"
            class="main"
            disabled={mayStart === undefined || ids.length === 0}
            onClick={() => mayStart !== undefined && void start(mayStart)}
          >
            {words.say('exportTitle')}
          </button>
        ) : (
          <>
            <progress value={part} aria-label={words.say('exportTitle')} />
            <button type="button" onClick={() => runningRef.current?.abort()}>
              {words.say('backupCancel')}
            </button>
          </>
        )}
      </div>
      <p class="saying" role="status">
        {saying}
      </p>
    </Dialog>
  );
}

function TemplateField({
  text,
  problem,
  onWrite,
  words,
}: {
  text: string;
  problem: TemplateError | undefined;
  onWrite: (text: string) => void;
  words: Words;
}) {
  const id = useId();
  const line = String(problem === undefined ? 0 : text.slice(0, problem.at).split('\n').length);
  return (
    <>
      <textarea
        dir="ltr"
        rows={10}
        spellcheck={false}
        maxLength={LONGEST_TEMPLATE}
        aria-label={words.say('exportTemplate')}
        aria-describedby={id}
        aria-invalid={problem !== undefined}
        value={text}
        onInput={({ currentTarget }) => onWrite(currentTarget.value)}
      />
      {problem !== undefined && (
        <p class="problem" role="alert">
          {words.say(TEMPLATE_ERRORS[problem.code], line, problem.subject)}
        </p>
      )}
      <p id={id} class="note">
        {words.say('exportTemplateText')} <span dir="ltr">{[...TEMPLATE_NAMES].join(', ')}</span>
      </p>
      {text !== DEFAULT_TEMPLATE && (
        <button type="button" onClick={() => onWrite(DEFAULT_TEMPLATE)}>
          {words.say('exportTemplateReset')}
        </button>
      )}
    </>
  );
}

function Preview({
  template,
  ids,
  store,
  words,
}: {
  template: Template;
  ids: readonly string[];
  store: ReturnType<typeof connection>;
  words: Words;
}) {
  const [first, setFirst] = useState<readonly Highlight[]>([]);
  useEffect(() => {
    const { signal } = new AbortController();
    const look = async (): Promise<void> => {
      const reading = { byArticle: false, signal, onProgress: () => undefined };
      for await (const batch of passagesToExport(store, ids.slice(0, FOR_PREVIEW), reading)) setFirst(batch);
    };
    // Without a preview the export itself will say what is wrong.
    look().catch(() => undefined);
  }, [ids, store]);
  const [one] = first;
  if (one === undefined) return null;
  const article = first.filter(({ article: { address } }) => address === one.article.address);
  return (
    <figure>
      <figcaption>{words.say('exportPreview')}</figcaption>
      {/* What scrolls must be reached by the keyboard (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} dir="auto">
        {markdownOf(template, [one, ...article.filter(({ id }) => id !== one.id)])}
      </pre>
    </figure>
  );
}

function templateOf(text: string): Template | TemplateError {
  try {
    return markdownTemplate(text);
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
}
