import type { GatewayProxy } from './gateway-proxy';
import type { PracticeControl } from './practice-control';

interface Cable {
  readonly control: PracticeControl;
  /** Between the app and its gateway. */
  readonly proxy: GatewayProxy;
}

/** One way in which the session is not in order: how it comes, what a person must read and press, how it goes. */
export interface SessionTrouble {
  readonly name: string;
  readonly bring: (cable: Cable) => Promise<unknown>;
  /** In the header. */
  readonly label: string;
  readonly sentence: RegExp;
  /** The first button offered. */
  readonly button: string;
  readonly mend: (cable: Cable) => Promise<unknown>;
}

const scene = (name: string, label: string, sentence: RegExp, button: string): SessionTrouble => ({
  ...{ name: `session-${name}`, label, sentence, button },
  bring: ({ control }) => control.scene(name),
  mend: ({ control }) => control.scene('ready'),
});

const certificate = (kind: string, label: string, sentence: RegExp, button: string): SessionTrouble => ({
  ...{ name: `certificate-${kind}`, label, sentence, button },
  bring: ({ control }) => control.showCertificate(kind),
  mend: ({ control }) => control.showCertificate('good'),
});

const untrusted = 'Certificate not trusted';
const look = 'Look at the certificate';

export const sessionTroubles: ReadonlyArray<SessionTrouble> = [
  scene('login-needed', 'Not logged in', /nobody is logged in/, 'Log in'),
  scene('midnight-reset', 'Not logged in', /ends every session once a day, at midnight/, 'Log in'),
  scene('competing', 'Session in use elsewhere', /holds the brokerage session/, 'Take over the session'),
  scene('not-established', 'Almost ready', /still loading the account/, 'Check now'),
  scene('disconnected', 'IBKR link lost', /lost its link to IBKR/, 'Check now'),
  scene('maintenance', 'IBKR link lost', /maintenance/, 'Check now'),
  {
    ...{ name: 'session-silent', label: 'Gateway silent', sentence: /does not answer/, button: 'Check now' },
    bring: async ({ proxy }) => proxy.stall(),
    mend: async ({ proxy }) => proxy.resume(),
  },
  {
    ...{ name: 'session-nothing-there', label: 'Gateway not running', sentence: /Nothing answers at/ },
    button: 'Check now',
    bring: ({ proxy }) => proxy.cut(),
    mend: ({ proxy }) => proxy.restore(),
  },
  certificate('expired', untrusted, /outside its dates of validity/, 'Check now'),
  certificate('not-yet-valid', untrusted, /outside its dates of validity/, 'Check now'),
  certificate('other-host', untrusted, /issued for another host name/, look),
  certificate('self-signed', untrusted, /not signed by the certificate authority/, look),
  certificate('other-ca', untrusted, /not signed by the certificate authority/, look),
  certificate('incomplete-chain', untrusted, /not signed by the certificate authority/, look),
  certificate('old-tls', 'Not a secure gateway', /secure connection could not be agreed/, 'Check now'),
];
