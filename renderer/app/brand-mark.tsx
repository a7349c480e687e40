/** A portico: pediment, architrave, three columns, a step. */
export function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M8 1 15 5.2v1.3H1V5.2z" fill="currentColor" />
      <path d="M2.5 7.7h2v5h-2zM7 7.7h2v5H7zM11.500 7.700h2v5h-2zM1 13.700h14V15H1z" fill="currentColor" />
    </svg>
  );
}
