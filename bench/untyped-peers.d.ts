/** The parts that are used of packages without types. */
declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    /** Offset of each match's last unit, and the keywords that end there. */
    search(text: string): [last: number, keywords: string[]][];
  }
}

declare module 'aho-corasick-node' {
  interface Automaton {
    /** Keywords found, without offsets. */
    match(text: string): string[];
  }
  interface Builder {
    add(keyword: string): void;
    build(): Automaton;
  }
  const AhoCorasick: { builder(): Builder };
  export default AhoCorasick;
}

declare module 'dom-anchor-text-quote' {
  interface Quote {
    readonly exact: string;
    readonly prefix: string;
    readonly suffix: string;
  }
  export function toTextPosition(
    root: Element,
    quote: Quote,
    options: { readonly hint?: number | undefined },
  ): { start: number; end: number } | null;
}

/** The package's own types do not type-check; this entry has none. It is the same code, with warnings for its callers. */
declare module 'flexsearch/debug' {
  export class Document {
    constructor(options: {
      readonly document: { readonly id: string; readonly index: readonly string[] };
      readonly tokenize: 'forward';
    });
    add(document: { readonly id: string }): void;
    search(query: string, options: { readonly limit: number }): unknown;
    export(take: (key: string, data: string | undefined) => void): unknown;
  }
}
