import type { SessionState, SessionStatus } from '../../../shared/domain/session';

type Words = Pick<SessionState, 'label' | 'message' | 'meaning' | 'action'>;

const staysVisible = 'What you see is the last known state, dated and greyed. No order can be sent.';

/** What each state of the session means for a person. Source: GATEWAY_FACTS §2.1, read 2026-11. */
export const sessionWords: Readonly<Record<SessionStatus, (gatewayUrl: string) => Words>> = {
  connecting: () => ({
    label: 'Connecting',
    message: 'Looking for the gateway.',
    meaning: 'Nothing is known yet. No order can be sent.',
    action: 'This takes a few seconds.',
  }),
  'not-running': (url) => ({
    label: 'Gateway not running',
    message: `Nothing answers at ${url}.`,
    meaning: staysVisible,
    action: 'Start the Client Portal Gateway; Portico connects by itself as soon as it answers.',
  }),
  'certificate-untrusted': (url) => ({
    label: 'Certificate not trusted',
    message: `The gateway at ${url} shows a certificate that your certificate file does not vouch for.`,
    meaning:
      'Another program may be standing in for your gateway. Nothing was sent to it. No order can be sent.',
    action:
      'If you changed the certificate yourself, start Portico with its new file (--cacert); otherwise do not go on.',
  }),
  'not-tls': (url) => ({
    label: 'Not a secure gateway',
    message: `What answers at ${url} does not speak TLS.`,
    meaning:
      'It is not a Client Portal Gateway with encryption switched on. Nothing was sent to it. No order can be sent.',
    action: 'Check host and port; the gateway must be reached by https.',
  }),
  'not-logged-in': () => ({
    label: 'Not logged in',
    message: 'The gateway runs, but nobody is logged in to IBKR.',
    meaning: staysVisible,
    action:
      'Log in on the gateway’s page in your browser. IBKR ends every session once a day, at midnight of its region, and on weekends.',
  }),
  'no-brokerage': () => ({
    label: 'No brokerage session',
    message: 'You are logged in, but IBKR has not opened the brokerage session yet.',
    meaning: 'Portfolio figures may still be read. No order can be sent.',
    action: 'Portico keeps asking for it; if it stays, log in again.',
  }),
  competing: () => ({
    label: 'Session in use elsewhere',
    message: 'Another IBKR program (TWS, the phone, a browser) holds the brokerage session of this user.',
    meaning: 'Prices and orders stop here while it does. No order can be sent.',
    action: 'Take the session over here, which logs the other program out, or leave it there.',
  }),
  'not-established': () => ({
    label: 'Almost ready',
    message: 'IBKR is still loading the account.',
    meaning: 'Figures may be missing. No order can be sent yet.',
    action: 'This usually takes a few seconds.',
  }),
  ready: () => ({
    label: 'Connected',
    message: 'Connected to IBKR.',
    meaning: 'Figures are current and orders can be sent.',
    action: '',
  }),
  'link-lost': () => ({
    label: 'IBKR link lost',
    message: 'The gateway runs but has lost its link to IBKR.',
    meaning: staysVisible,
    action:
      'The gateway reconnects by itself; around 01:00 of its region and on weekends this is IBKR’s maintenance. Check your internet connection if it stays.',
  }),
};

/** `link-lost` because nothing answers any more: what the gateway’s own link does is then not known. */
export const silentWords = {
  label: 'Gateway silent',
  message: 'The gateway accepts connections but does not answer.',
  meaning: staysVisible,
  action: 'Portico keeps asking; if it stays, restart the gateway.',
} as const satisfies Words;

/** IBKR stopped answering for a while because too much was asked. */
export const pausedWords = {
  label: 'Paused by IBKR',
  message: 'IBKR’s request limit is reached; Portico sends nothing until the pause is over.',
  meaning: staysVisible,
  action: 'Wait: it usually takes ten minutes. Asking again sooner would make it longer.',
} as const satisfies Words;
