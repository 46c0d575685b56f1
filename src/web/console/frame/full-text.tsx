import { useEffect, useState } from 'react';

interface Shown {
  text: string;
  top: number;
  left: number;
}

const GAP_PX = 4;
/** What may stand in a list and hold texts that are cut. */
const ENTRY = 'a, button, tr, [role=row], [role=option]';

function isCut(element: Element): boolean {
  return element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).textOverflow === 'ellipsis';
}

/** Texts that are cut for want of room are read in full: by the pointer as their title, by keyboard below what has the focus. */
export function FullText() {
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    const onOver = ({ target }: Event) => {
      const element = target as HTMLElement;
      if (isCut(element)) element.title = element.textContent;
      else if (element.title && element.title === element.textContent) element.removeAttribute('title');
    };
    const onFocus = ({ target }: Event) => {
      const element = target as HTMLElement;
      const entry = element.matches(`:is(${ENTRY}):focus-visible`);
      // In a table all of the row is meant, whichever of its links has the focus.
      const whole = element.closest('tbody tr') ?? element;
      const cut = entry ? [whole, ...whole.querySelectorAll('*')].filter(isCut) : [];
      const { bottom, left } = element.getBoundingClientRect();
      const text = cut.map(({ textContent }) => textContent).join(' · ');
      setShown(text ? { text, top: bottom + GAP_PX, left } : undefined);
    };
    const hide = () => setShown(undefined);
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && hide();
    document.addEventListener('pointerover', onOver);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', hide);
    document.addEventListener('scroll', hide, true);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerover', onOver);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('scroll', hide, true);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  if (!shown) return null;
  const { text, top, left } = shown;
  // Read out it is whole already, where it stands.
  return (
    <div className="full-text" aria-hidden="true" style={{ top, left }}>
      {text}
    </div>
  );
}
