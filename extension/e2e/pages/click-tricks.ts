/** How pages make a reader click what they do not see. Each runs in the page while the toolbar is open. */
export const TRICKS: Readonly<Record<string, (host: HTMLElement) => void>> = {
  'the root see-through': () => document.documentElement.style.setProperty('opacity', '0.01', 'important'),
  'the body see-through': () => document.body.style.setProperty('opacity', '0', 'important'),
  'our element see-through': (host) => host.style.setProperty('opacity', '0', 'important'),
  'our element cut away': (host) => host.style.setProperty('clip-path', 'inset(100%)', 'important'),
  'our element filtered away': (host) => host.style.setProperty('filter', 'opacity(0)', 'important'),
  'our element hidden': (host) => host.style.setProperty('visibility', 'hidden', 'important'),
  'our element moved into a box of the page': (host) => {
    const box = document.createElement('div');
    box.style.cssText = 'position:fixed;inset:0;opacity:0.01;transform:translate(7px, 3px)';
    document.body.append(box);
    box.append(host);
  },
  'the page scaled': () => document.documentElement.style.setProperty('transform', 'scale(1.01)'),
  'the page zoomed': () => document.documentElement.style.setProperty('zoom', '1.01'),
  'a popover over it': () => {
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.style.cssText = 'inset:0;width:100vw;height:100vh;background:white;pointer-events:none';
    document.body.append(cover);
    cover.showPopover();
  },
  'a dialog over it': () => {
    const cover = document.createElement('dialog');
    cover.style.cssText = 'width:100vw;height:100vh;pointer-events:none';
    document.body.append(cover);
    cover.showModal();
  },
  'a fixed cover': () => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:white;pointer-events:none';
    document.body.append(cover);
  },
  'a frame over it': () => {
    const cover = document.createElement('iframe');
    cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;pointer-events:none';
    document.body.append(cover);
  },
  'pointer events for all': () => {
    const style = document.createElement('style');
    style.textContent = '* { pointer-events: auto !important; cursor: none !important }';
    document.head.append(style);
  },
};
