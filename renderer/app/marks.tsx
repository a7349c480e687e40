/** A portico: pediment, architrave, three columns, a step. */
export function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M8 1 15 5.2v1.3H1V5.2z" fill="currentColor" />
      <path d="M2.5 7.7h2v5h-2zM7 7.7h2v5H7zM11.5 7.7h2v5h-2zM1 13.7h14V15H1z" fill="currentColor" />
    </svg>
  );
}

/** Half light, half dark. */
export function ThemeMark() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </svg>
  );
}
