import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runInSlices } from './idle-slices.ts';
import { PageWatch } from './page-watch.ts';

let ending: AbortController;
beforeEach(() => {
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  document.body.replaceChildren();
});

function watch() {
  const onTouch = vi.fn<(node: Node, restyled: boolean) => void>();
  const onChange = vi.fn<() => void>();
  const onHost = vi.fn<() => void>();
  const page = new PageWatch(document, { onTouch, onChange, onHost }, ending.signal);
  return { page, onTouch, onChange, onHost };
}

/** The browser tells of mutations in a microtask of its own, before this one. */
const told = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a page is watched', () => {
  test('many changes of one task are told at once', async () => {
    const { onTouch, onChange } = watch();
    for (let i = 0; i < 100; i++) document.body.append('x');
    await told();
    expect(onTouch).toHaveBeenCalledTimes(100);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  const cases: [name: string, change: () => void, restyled: boolean | undefined, hosts?: number][] = [
    ['text', () => document.body.append('x'), false],
    ['class', () => document.body.classList.toggle('x'), true],
    ['an attribute that shows nothing', () => (document.body.dataset['x'] = '1'), undefined],
    ['our host comes', () => document.body.append(document.createElement('dateline-host')), undefined, 1],
  ];
  test.each(cases)('%s', async (_, change, restyled, hosts = 0) => {
    const { onTouch, onChange, onHost } = watch();
    change();
    await told();
    expect(onTouch.mock.calls.map(([, how]) => how)).toEqual(restyled === undefined ? [] : [restyled]);
    expect(onChange).toHaveBeenCalledTimes(restyled === undefined ? 0 : 1);
    expect(onHost).toHaveBeenCalledTimes(hosts);
    document.body.removeAttribute('class');
  });

  test('an open shadow root, once told of', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    const { page, onTouch } = watch();
    page.watch(root);
    page.watch(root);
    root.append('x');
    await told();
    expect(onTouch.mock.calls).toEqual([[root, false]]);
  });

  test.each([
    ['pushed', () => history.pushState(null, '', '#pushed')],
    ['replaced', () => history.replaceState(null, '', '#replaced')],
  ])('an address changed without a load: %s', async (_, go) => {
    const { onChange, onTouch } = watch();
    go();
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
    expect(onTouch).not.toHaveBeenCalled();
  });

  test('no more after the end', async () => {
    const { onTouch } = watch();
    ending.abort();
    document.body.append('x');
    await told();
    expect(onTouch).not.toHaveBeenCalled();
  });
});

describe('work in slices', () => {
  /** Work that takes so many milliseconds, able to pause after each. */
  function* busy(milliseconds: number): Generator<undefined, string> {
    for (let i = 0; i < milliseconds; i++) {
      for (const end = performance.now() + 1; performance.now() < end; );
      yield;
    }
    return 'done';
  }

  test('gives its result and how long it took', async () => {
    const done = await runInSlices(busy(30), ending.signal);
    expect(done?.result).toBe('done');
    expect(done?.duration).toBeGreaterThanOrEqual(29);
  });

  test('lets the page run in between', async () => {
    let turns = 0;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      turns++;
      channel.port2.postMessage(null);
    };
    channel.port2.postMessage(null);
    await runInSlices(busy(60), ending.signal);
    channel.port1.close();
    expect(turns).toBeGreaterThan(3);
  });

  test('ends without a result when it is given up', async () => {
    const work = runInSlices(busy(10_000), ending.signal);
    ending.abort();
    expect(await work).toBeUndefined();
  });

  test('passes on what goes wrong', async () => {
    function* broken(): Generator<undefined, string> {
      yield;
      throw new Error('broken');
    }
    await expect(runInSlices(broken(), ending.signal)).rejects.toThrow('broken');
  });
});
