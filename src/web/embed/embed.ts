// One script tag on somebody else's page: a launcher, and behind it the chat in a frame. Classic script, no imports.
// Optional attributes of the tag: data-playbook, data-lang, data-label.
(() => {
  const tag = document.currentScript as HTMLScriptElement | null;
  if (!tag) return;
  const origin = new URL(tag.src).origin;
  const { playbook, lang, label = '投诉与建议' } = tag.dataset;
  const query = new URLSearchParams({ embed: '1' });
  if (playbook) query.set('playbook', playbook);
  if (lang) query.set('lang', lang);

  // Styles are set one by one: the host's policy may forbid style attributes and sheets.
  const style = (element: HTMLElement | SVGElement, values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) element.style.setProperty(name, value);
  };
  const narrow = matchMedia('(max-width: 760px)');

  const launcher = document.createElement('button');
  launcher.type = 'button';
  launcher.setAttribute('aria-label', label);
  launcher.setAttribute('aria-expanded', 'false');
  style(launcher, {
    position: 'fixed',
    right: '24px',
    bottom: '24px',
    width: '56px',
    height: '56px',
    padding: '0',
    border: '0',
    'border-radius': '50%',
    background: LAUNCHER_GROUND,
    color: LAUNCHER_INK,
    'box-shadow': LAUNCHER_SHADOW,
    cursor: 'pointer',
    'z-index': '2147483000',
  });
  launcher.append(mark(), badge());
  let frame: HTMLIFrameElement | undefined;

  function mark(): SVGElement {
    const part = (name: string, attributes: Record<string, string>) => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    const svg = part('svg', { viewBox: '0 0 24 24', width: '30', height: '30', 'aria-hidden': 'true', fill: 'none' });
    const bubble =
      'M5.2 2.5h13.6a3 3 0 0 1 3 3v10.3a3 3 0 0 1-3 3h-7.4l-4.1 3.1c-.5.4-1.2 0-1.2-.6v-2.5h-.9a3 3 0 0 1-3-3V5.5a3 3 0 0 1 3-3Z';
    const line = { stroke: 'currentColor', 'stroke-width': '2.3', 'stroke-linecap': 'round' };
    svg.append(
      part('path', { d: bubble, stroke: 'currentColor', 'stroke-width': '1.6' }),
      part('path', { d: 'M12.6 15 8 8.8', ...line, opacity: '.5' }),
      part('path', { d: 'M12.6 15V6.3', ...line }),
    );
    style(svg, { display: 'block', margin: 'auto' });
    return svg;
  }

  function badge(): HTMLElement {
    const element = document.createElement('span');
    style(element, {
      display: 'none',
      position: 'absolute',
      top: '-4px',
      right: '-4px',
      'min-width': '20px',
      padding: '0 5px',
      'border-radius': '10px',
      background: LAUNCHER_INK,
      color: LAUNCHER_GROUND,
      border: `2px solid ${LAUNCHER_GROUND}`,
      font: '600 12px/18px sans-serif',
    });
    return element;
  }

  function open(): HTMLIFrameElement {
    const element = document.createElement('iframe');
    element.src = `${origin}/?${query}`;
    element.title = label;
    element.allow = 'clipboard-write';
    document.body.append(element);
    return element;
  }

  function place(element: HTMLIFrameElement): void {
    const whole = narrow.matches;
    style(element, {
      position: 'fixed',
      border: '0',
      right: whole ? '0' : '24px',
      bottom: whole ? '0' : '24px',
      width: whole ? '100%' : '392px',
      height: whole ? '100%' : 'min(680px, calc(100% - 48px))',
      'border-radius': whole ? '0' : '18px',
      'box-shadow': LAUNCHER_SHADOW,
      'z-index': '2147483001',
    });
  }

  function show(shown: boolean): void {
    frame ??= open();
    place(frame);
    style(frame, { display: shown ? 'block' : 'none' });
    launcher.setAttribute('aria-expanded', String(shown));
    frame.contentWindow?.postMessage({ redress: shown ? 'shown' : 'hidden' }, origin);
    if (shown) frame.focus();
    else launcher.focus();
  }

  launcher.addEventListener('click', () => show(true));
  narrow.addEventListener('change', () => frame && place(frame));
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && launcher.getAttribute('aria-expanded') === 'true') show(false);
  });
  addEventListener('message', ({ source, origin: from, data }) => {
    if (!frame || source !== frame.contentWindow || from !== origin) return;
    if (data?.redress === 'close') show(false);
    if (data?.redress === 'unread') {
      const count = Number(data.count) || 0;
      const element = launcher.lastElementChild as HTMLElement;
      element.textContent = count > 0 ? String(count) : '';
      style(element, { display: count > 0 ? 'block' : 'none' });
      launcher.setAttribute('aria-label', count > 0 ? `${label} (${count})` : label);
    }
  });

  const mount = () => document.body.append(launcher);
  if (document.body) mount();
  else addEventListener('DOMContentLoaded', mount);
})();
