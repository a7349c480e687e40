import { useEffect, useState } from 'react';

/** How long a dialog ignores its confirming press: a held or doubled key from the screen before must not confirm. */
const settleMs = 300;

/** False at first, true once the dialog has stood long enough to have been seen. */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settleMs);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
