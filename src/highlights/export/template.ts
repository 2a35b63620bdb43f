/**
 * Templates the reader can edit: `{{name}}` stands for a value, `{{#name}}…{{/name}}` is repeated for each item of a list, or kept where a
 * value is not empty (a small part of Mustache's language, mustache.5; its library builds regular expressions from templates).
 */

/** What names stand for: texts, or lists of the same. */
export interface Values {
  readonly [name: string]: string | readonly Values[];
}

/** A template that can be filled. */
export type Template = readonly TemplatePart[];
type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'section'; readonly name: string; readonly parts: Template };

/** Why a template cannot be read: what stands where it should not, and at which UTF-16 offset. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  constructor(
    readonly code: 'unknown-name' | 'section-not-closed' | 'section-not-opened' | 'too-deep',
    readonly at: number,
    readonly subject: string,
  ) {
    super(`${code} ${subject} at ${at}`);
  }
}

/** `{{name}}`, `{{#name}}` or `{{/name}}`. A section's sign alone on a line takes the line end with it, so that it leaves no empty line. */
const TAG = /\{\{\s*([#/]?)\s*([a-z]+)\s*\}\}/g;
const DEEPEST = 8;

interface Open {
  readonly name: string;
  readonly at: number;
  readonly parts: TemplatePart[];
}

/**
 * Reads a template.
 * @param names what it may name
 * @throws TemplateError
 */
export function parseTemplate(text: string, names: ReadonlySet<string>): Template {
  const root: Open = { name: '', at: 0, parts: [] };
  const open = [root];
  let after = 0;
  for (const { 0: tag, 1: sign, 2: name = '', index } of text.matchAll(TAG)) {
    if (!names.has(name)) throw new TemplateError('unknown-name', index, name);
    const inner = open.at(-1) ?? root;
    inner.parts.push({ kind: 'text', text: text.slice(after, index) });
    after = index + tag.length;
    if (sign === '') {
      inner.parts.push({ kind: 'value', name });
      continue;
    }
    if (text[after] === '\n' && (index === 0 || text[index - 1] === '\n')) after++;
    if (sign === '#') {
      if (open.length > DEEPEST) throw new TemplateError('too-deep', index, name);
      open.push({ name, at: index, parts: [] });
    } else {
      const closed = open.pop();
      if (closed === undefined || closed.name !== name) throw new TemplateError('section-not-opened', index, name);
      (open.at(-1) ?? root).parts.push({ kind: 'section', name, parts: closed.parts });
    }
  }
  const left = open.at(-1);
  if (left !== undefined && left !== root) throw new TemplateError('section-not-closed', left.at, left.name);
  root.parts.push({ kind: 'text', text: text.slice(after) });
  return root.parts;
}

/** Fills a template. A name not among the values of a list's item is looked up around it; one that is nowhere stands for nothing. */
export function fillTemplate(template: Template, values: Values, around: readonly Values[] = []): string {
  const scopes = [values, ...around];
  const valueOf = (name: string): Values[string] => scopes.find((scope) => Object.hasOwn(scope, name))?.[name] ?? '';
  return template
    .map((part) => {
      if (part.kind === 'text') return part.text;
      const value = valueOf(part.name);
      if (part.kind === 'value') return typeof value === 'string' ? value : '';
      if (typeof value === 'string') return value === '' ? '' : fillTemplate(part.parts, {}, scopes);
      return value.map((item) => fillTemplate(part.parts, item, scopes)).join('');
    })
    .join('');
}
