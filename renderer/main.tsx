import '@fontsource-variable/inter/index.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import { tryCall } from './ipc/client';
import { beginAs } from './state/own-storage';

// Whose desk it is comes first: every store reads what it kept when it is loaded.
async function start(): Promise<void> {
  const known = await tryCall('lastKnown.read', {});
  if (known.ok) beginAs(known.value.login);
  const { showDesk } = await import('./app/show-desk');
  showDesk(known.ok ? known.value : null);
}

void start();
