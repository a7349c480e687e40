/** Panels that can be seen, as they are read: from the top, then from the left. */
export function panelsInSight(): ReadonlyArray<HTMLElement> {
  return [...document.querySelectorAll<HTMLElement>('[data-panel]')]
    .filter((panel) => panel.checkVisibility())
    .map((panel) => ({ panel, at: panel.getBoundingClientRect() }))
    .sort((a, b) => a.at.top - b.at.top || a.at.left - b.at.left)
    .map(({ panel }) => panel);
}

/** F6: the next panel, or the one before. */
export function focusNextPanel(step: 1 | -1): void {
  const all = panelsInSight();
  const at = all.findIndex((panel) => panel.contains(document.activeElement));
  const next = at === -1 && step === -1 ? -1 : (at + step) % all.length;
  all.at(next)?.focus();
}

/** Gives the keyboard to one panel by its id in the layout (`null`: the first in sight), once it is drawn. */
export function focusPanel(id: string | null): void {
  // Two frames: one in which the dock places the panel, one in which it is shown.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const place = id === null ? null : document.querySelector(`[data-docked="${CSS.escape(id)}"]`);
      const panel = place?.querySelector<HTMLElement>('[data-panel]') ?? panelsInSight()[0];
      // Whoever asked for the panel may have pointed into it already.
      if (panel?.contains(document.activeElement) === false) panel.focus();
    }),
  );
}
