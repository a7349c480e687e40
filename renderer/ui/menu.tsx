import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import './menu.css';

export interface MenuItem {
  readonly name: string;
  readonly onPick: () => void;
  /** Why it cannot be picked now; it stays in its place. */
  readonly obstacle?: string | null;
  /** A line above: another kind of action begins. */
  readonly newGroup?: boolean;
}

export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/** An ARIA menu at a point: arrows walk, Enter picks, Escape and a click elsewhere close; focus goes back. */
export function Menu({
  label,
  items,
  at,
  onClose,
}: {
  readonly label: string;
  readonly items: ReadonlyArray<MenuItem>;
  readonly at: MenuPlace;
  readonly onClose: () => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useLayoutEffect(() => {
    const menu = list.current;
    if (menu === null) return;
    // Inside the window, whatever corner it was asked for in.
    menu.style.left = `${Math.max(4, Math.min(at.x, window.innerWidth - menu.offsetWidth - 8))}px`;
    menu.style.top = `${Math.max(4, Math.min(at.y, window.innerHeight - menu.offsetHeight - 8))}px`;
  }, [at]);
  useEffect(() => {
    const before = document.activeElement;
    itemsOf(list.current)[0]?.focus();
    const elsewhere = (event: Event): void => {
      if (!list.current?.contains(event.target as Node)) close.current();
    };
    document.addEventListener('pointerdown', elsewhere, true);
    return () => {
      document.removeEventListener('pointerdown', elsewhere, true);
      // What was picked may have taken the focus already.
      const { activeElement } = document;
      if (before instanceof HTMLElement && (activeElement === null || activeElement === document.body))
        before.focus();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose();
      return;
    }
    const all = itemsOf(list.current);
    const here = all.indexOf(document.activeElement as HTMLElement);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      Home: 0,
      End: -1,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all.at(next % all.length)?.focus();
  };

  return createPortal(
    <div ref={list} role="menu" aria-label={label} className="menu" onKeyDown={onKeyDown}>
      {items.map(({ name, onPick, obstacle = null, newGroup = false }) => (
        <button
          key={name}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={newGroup ? 'menu-item menu-group' : 'menu-item'}
          aria-disabled={obstacle !== null}
          title={obstacle ?? undefined}
          onClick={(event) => {
            event.stopPropagation();
            if (obstacle !== null) return;
            onClose();
            onPick();
          }}
        >
          {name}
        </button>
      ))}
    </div>,
    document.getElementById('floating') ?? document.body,
  );
}

const itemsOf = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
];
