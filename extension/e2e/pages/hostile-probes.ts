/** What a page's scripts look at when they are told to: everything a script can read of a page and of what others put into it. */

// A page that attacks does what we may not.
/* oxlint-disable typescript/no-deprecated */

/** Where traps and probes write down what they see. */
export interface Notebook {
  readonly seen: ReadonlyMap<string, ReadonlySet<string>>;
  /** Keeps what can be read off these values, under the name of the trap or probe. */
  note(name: string, ...values: unknown[]): void;
  /** Everything that can be read off a value. */
  readOff(this: void, value: unknown): string;
}

/** Runs in the page, after its traps are laid. Sent as source: it uses nothing from outside itself. */
export function layProbes({ seen, note, readOff }: Notebook): void {
  const hosts = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('dateline-host')];
  const KINDS = /^dateline-(mention|first|active)-(place|person|office|agreement|organisation|event|active)$/;
  /** Whether the page's own search finds more of a word the secret begins with: letter by letter, as one searches for what one cannot read. */
  const find = (text: string): boolean => {
    getSelection()?.removeAllRanges();
    return (globalThis as unknown as { find(text: string, ...flags: boolean[]): boolean }).find(
      text,
      false,
      false,
      true,
      false,
      true,
    );
  };
  const spell = (start: string): string => {
    let word = start;
    for (let letters = 0; letters < 12; letters++) {
      const next = [...'abcdefghijklmnopqrstuvwxyz'].find((letter) => find(word + letter));
      if (next === undefined) break;
      word += next;
    }
    return word;
  };
  const points = (): [number, number][] => {
    const list: [number, number][] = [];
    for (let y = 4; y < innerHeight; y += 12) for (let x = 4; x < innerWidth; x += 48) list[list.length] = [x, y];
    return list;
  };
  const all = (): Element[] => [...document.querySelectorAll('*')].filter((element) => element.localName !== 'script');
  const observed = (make: (report: (entries: unknown[]) => void) => { observe(element: Element): void; disconnect(): void }) =>
    new Promise<unknown>((resolve) => {
      const found: unknown[] = [];
      const observer = make((entries) => found.push(...entries.map((one) => Reflect.get(one as object, 'target') as unknown)));
      for (const host of hosts()) observer.observe(host);
      requestAnimationFrame(() =>
        requestAnimationFrame(() =>
          setTimeout(() => (observer.disconnect(), resolve(found.map((one) => readOff(one)).join(' ')))),
        ),
      );
    });
  const styles = (element: Element, pseudo?: string): string => {
    const style = getComputedStyle(element, pseudo);
    return ['content', 'background-image', 'quotes', '--note', '--dateline-note', 'counter-reset', 'anchor-name']
      .map((key) => style.getPropertyValue(key))
      .join(' ');
  };
  const walk = (root: Node): string => {
    const walker = document.createTreeWalker(root);
    let text = '';
    for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode())
      if (node.nodeName !== 'SCRIPT' && node.parentNode?.nodeName !== 'SCRIPT') text += ` ${node.nodeValue ?? node.nodeName}`;
    return text;
  };
  const selectionRead = (): unknown => {
    const selection = getSelection();
    if (selection === null) return '';
    const composed = Reflect.get(selection, 'getComposedRanges') as ((options: object) => StaticRange[]) | undefined;
    return [
      selection.toString(),
      readOff(selection.anchorNode),
      readOff(selection.focusNode),
      ...(composed?.call(selection, { shadowRoots: [] }).map((range) => readOff(range)) ?? []),
    ].join(' ');
  };
  const probes: Record<string, () => unknown> = {
    'window.find, letter by letter': () => `${spell('quartznot')} ${spell('quartzta')} ${spell('quartzlos')}`,
    'window.find, then the selection’s nodes': () =>
      ['quartz', 'Highlight', 'Note', 'Key', 'trash', 'Undo', 'Saved', 'Move', 'Idlib', 'As of', 'fact', 'Sources']
        .map((word) => (find(word) ? selectionRead() : ''))
        .join(' '),
    'select all and step through it': () => {
      const selection = getSelection();
      if (selection === null) return '';
      document.execCommand('selectAll');
      let text = String(selectionRead());
      selection.collapse(document.body, document.body.childNodes.length);
      for (let step = 0; step < 30; step++) {
        selection.modify('extend', 'forward', step % 2 === 0 ? 'character' : 'line');
        text += ` ${String(selectionRead())}`;
      }
      return text;
    },
    'selection over the host': () => {
      for (const host of hosts()) getSelection()?.selectAllChildren(host);
      const inside = selectionRead();
      getSelection()?.selectAllChildren(document.documentElement);
      return `${String(inside)} ${String(selectionRead())}`;
    },
    'selection to string': () => {
      getSelection()?.selectAllChildren(document.documentElement);
      return getSelection()?.toString();
    },
    'range over everything': () => {
      const range = document.createRange();
      range.selectNode(document.documentElement);
      const box = document.createElement('div');
      box.append(range.cloneContents());
      return [...box.querySelectorAll('dateline-host')].map(readOff).join(' ') + range.toString();
    },
    caretPositionFromPoint: () =>
      points()
        .map(([x, y]) => readOff(document.caretPositionFromPoint(x, y, { shadowRoots: [] })?.offsetNode))
        .filter((text) => /quartz|shadow/i.test(text))
        .join(' '),
    caretRangeFromPoint: () =>
      points()
        .map(([x, y]) =>
          readOff((document as { caretRangeFromPoint?: Document['caretRangeFromPoint'] }).caretRangeFromPoint?.(x, y)),
        )
        .filter((text) => /quartz|shadow/i.test(text))
        .join(' '),
    elementsFromPoint: () =>
      points()
        .map(([x, y]) =>
          document
            .elementsFromPoint(x, y)
            .filter((one) => one.localName.startsWith('dateline'))
            .map(readOff)
            .join(' '),
        )
        .join(' '),
    'names in CSS.highlights': () => [...CSS.highlights.keys()].filter((key) => !KINDS.test(key)).join(' '),
    'ranges in CSS.highlights': () =>
      [...CSS.highlights]
        .filter(([key]) => !KINDS.test(key))
        .map(([, ranges]) => [...ranges].map((range) => `drawn on: ${readOff(range)}`).join(' '))
        .join(' '),
    'CSS.highlights at a point': () => {
      const at = Reflect.get(CSS.highlights, 'highlightsFromPoint') as
        | ((x: number, y: number, options: object) => { highlight: Highlight; ranges: AbstractRange[] }[])
        | undefined;
      return points()
        .map(([x, y]) =>
          at
            ?.call(CSS.highlights, x, y, { shadowRoots: [] })
            .filter(({ highlight }) => ![...CSS.highlights].some(([key, one]) => one === highlight && KINDS.test(key)))
            .map(({ ranges }) => ranges.map((range) => `drawn on: ${readOff(range)}`).join(' '))
            .join(' '),
        )
        .join(' ');
    },
    innerText: () => document.documentElement.innerText,
    'textContent of the host': () =>
      hosts()
        .map((host) => host.textContent)
        .join(' '),
    'outerHTML of the host': () =>
      hosts()
        .map((host) => host.outerHTML)
        .join(' '),
    'getHTML with shadow roots': () => document.documentElement.getHTML({ serializableShadowRoots: true, shadowRoots: [] }),
    XMLSerializer: () =>
      hosts()
        .map((host) => new XMLSerializer().serializeToString(host))
        .join(' '),
    'clone of the host': () =>
      hosts()
        .map((host) => readOff(host.cloneNode(true)) + ((host.cloneNode(true) as HTMLElement).shadowRoot?.innerHTML ?? ''))
        .join(' '),
    'import of the host': () =>
      hosts()
        .map((host) => readOff(document.importNode(host, true)))
        .join(' '),
    'open shadow roots': () =>
      all()
        .map((element) => element.shadowRoot?.innerHTML ?? '')
        .join(' '),
    'attributes of every element': () =>
      all()
        .map((element) => [...element.attributes].map(({ name, value }) => `${name} ${value}`).join(' '))
        .join(' '),
    'data attributes': () =>
      all()
        .map((element) => (element instanceof HTMLElement ? Object.values(element.dataset).join(' ') : ''))
        .join(' '),
    'accessibility attributes': () =>
      all()
        .map(
          (element) =>
            `${element.ariaLabel ?? ''} ${element.ariaDescription ?? ''} ${element.role ?? ''} ${element.getAttribute('title') ?? ''}`,
        )
        .join(' '),
    'tree walker': () => walk(document),
    XPath: () => document.evaluate('string(//dateline-host)', document, null, XPathResult.STRING_TYPE).stringValue,
    'own properties of the host': () =>
      hosts()
        .map((host) =>
          Reflect.ownKeys(host)
            .map((key) => `${String(key)} ${readOff(Reflect.get(host, key))}`)
            .join(' '),
        )
        .join(' '),
    'globals of the window': () =>
      [...Object.getOwnPropertyNames(globalThis), ...Object.getOwnPropertySymbols(globalThis)]
        .filter((key) => /dateline|note|highlight$/i.test(String(key)) && key !== 'Highlight')
        .map((key) => `${String(key)} ${readOff(Reflect.get(globalThis, key))}`)
        .join(' '),
    'computed style of the host': () =>
      hosts()
        .map((host) => ['', '::before', '::after'].map((pseudo) => styles(host, pseudo)).join(' '))
        .join(' '),
    'computed style of highlights': () =>
      [document.documentElement, document.body, ...document.querySelectorAll('p')]
        .map(
          (element) =>
            `${styles(element)} ${['dateline-note', 'dateline-saved'].map((name) => styles(element, `::highlight(${name})`)).join(' ')}`,
        )
        .join(' '),
    'style sheets': () =>
      [...document.styleSheets, ...document.adoptedStyleSheets]
        .map((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText).join(' '))
        .join(' '),
    'animations of the document': () =>
      document
        .getAnimations()
        .map(({ effect }) => readOff((effect as KeyframeEffect | null)?.target))
        .join(' '),
    'animations below the host': () =>
      hosts()
        .map((host) =>
          host
            .getAnimations({ subtree: true })
            .map(({ effect }) => readOff((effect as KeyframeEffect | null)?.target))
            .join(' '),
        )
        .join(' '),
    'active element': () =>
      readOff(document.activeElement) + readOff(document.fullscreenElement) + readOff(document.pointerLockElement),
    frames: () =>
      [...Array(frames.length).keys()]
        .map((at) => {
          try {
            return frames[at]?.document.documentElement.outerHTML;
          } catch {
            return 'a frame of another origin';
          }
        })
        .join(' ') +
      [...document.querySelectorAll('iframe')].map(({ src, srcdoc, name }) => `${src} ${srcdoc} ${name}`).join(' '),
    'names of frames and window': () =>
      `${String(Reflect.get(globalThis, 'name'))} ${[...document.querySelectorAll('iframe')].map((frame) => frame.name).join(' ')}`,
    'history and location': () =>
      `${location.href} ${JSON.stringify(history.state) ?? ''} ${document.title} ${document.referrer}`,
    cookies: () => document.cookie,
    'local and session storage': () => `${JSON.stringify({ ...localStorage })} ${JSON.stringify({ ...sessionStorage })}`,
    'databases and caches': async () =>
      `${(await indexedDB.databases()).map((one) => one.name).join(' ')} ${'caches' in globalThis ? (await caches.keys()).join(' ') : ''}`,
    'performance timeline': () =>
      performance
        .getEntries()
        .map((entry) => entry.name)
        .join(' '),
    'marks and measures': () =>
      [...performance.getEntriesByType('mark'), ...performance.getEntriesByType('measure')]
        .map((entry) => `${entry.name} ${readOff(Reflect.get(entry, 'detail'))}`)
        .join(' '),
    'ResizeObserver on the host': () => observed((report) => new ResizeObserver(report)),
    'IntersectionObserver on the host': () => observed((report) => new IntersectionObserver(report)),
    'focus by order': () => {
      const at = document.activeElement;
      const found = all().filter(
        (element) =>
          element instanceof HTMLElement &&
          element.localName.startsWith('dateline') &&
          (element.focus(), document.activeElement === element),
      );
      if (at instanceof HTMLElement) at.focus();
      return found.map(readOff).join(' ');
    },
    'parts and slots': () =>
      hosts()
        .map(
          (host) =>
            `${[...host.part].join(' ')} ${host.getAttribute('exportparts') ?? ''} ${readOff(host.assignedSlot)} ${host.slot}`,
        )
        .join(' '),
    'notepad after a paste': () => document.querySelector<HTMLTextAreaElement>('#notepad')?.value,
  };

  const spied = async (): Promise<Record<string, string>> => {
    for (const [name, probe] of Object.entries(probes)) {
      try {
        note(name, await probe());
      } catch (error) {
        note(name, `failed: ${String(error)}`);
      }
    }
    getSelection()?.removeAllRanges();
    const found: Record<string, string> = {};
    for (const [name, texts] of seen) found[name] = [...texts].join('\n');
    return found;
  };
  Object.assign(globalThis, { spied });
}
