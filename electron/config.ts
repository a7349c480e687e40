import { parseArgs } from 'node:util';
import { z } from 'zod';
import { err, ok, type Result } from '../shared/result';

/** A profile names which gateway to talk to and how carefully. The practice gateway starts with the app. */
const profileKinds = ['practice', 'paper', 'live'] as const;

const configSchema = z.object({
  profile: z.enum(profileKinds),
  /** `null`: start the practice gateway that ships with the app. */
  gatewayUrl: z.url({ protocol: /^https?$/ }).nullable(),
  /** Path of the PEM file that is trusted for this gateway; `null` trusts the system's authorities. */
  cacertPath: z.string().min(1).nullable(),
  userDataDir: z.string().min(1).nullable(),
  /** Quotes that may stream at once: IBKR gives 100, more with quote boosters. */
  marketDataLines: z.coerce.number().int().min(1).max(2000).nullable(),
  /** The command line names the gateway; otherwise the chosen profile of the user's own file does. */
  named: z.boolean(),
});
export type AppConfig = z.infer<typeof configSchema>;

/**
 * Reads the command line: `--profile`, `--gateway-url`, `--cacert`, `--user-data-dir`, `--market-data-lines`. Switches of Electron
 * and Chromium pass through unread. Failure is one sentence for the console.
 */
export function parseConfig(argv: ReadonlyArray<string>): Result<AppConfig, string> {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      profile: { type: 'string' },
      'gateway-url': { type: 'string' },
      cacert: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'market-data-lines': { type: 'string' },
    },
  });
  const text = (name: string): string | null => (typeof values[name] === 'string' ? values[name] : null);
  const parsed = configSchema.safeParse({
    profile: text('profile') ?? 'practice',
    gatewayUrl: text('gateway-url'),
    cacertPath: text('cacert'),
    userDataDir: text('user-data-dir'),
    marketDataLines: text('market-data-lines'),
    named: text('profile') !== null || text('gateway-url') !== null,
  });
  if (!parsed.success) return err(`Portico cannot start: ${parsed.error.issues.map(describe).join('; ')}.`);
  if (parsed.data.profile !== 'practice' && parsed.data.gatewayUrl === null)
    return err(`Portico cannot start: profile "${parsed.data.profile}" needs --gateway-url.`);
  return ok(parsed.data);
}

/** The same command line without a gateway: for a start on the chosen profile. */
export const withoutGateway = (argv: ReadonlyArray<string>): string[] =>
  argv.filter((word, index) => {
    const named = (text: string | undefined): boolean => /^--(profile|gateway-url|cacert)$/.test(text ?? '');
    return !named(word) && !named(argv[index - 1]) && !/^--(profile|gateway-url|cacert)=/.test(word);
  });

function describe(issue: z.core.$ZodIssue): string {
  const field = String(issue.path[0]);
  if (field === 'profile') return `--profile is one of ${profileKinds.join(', ')}`;
  if (field === 'gatewayUrl') return '--gateway-url is an address such as https://127.0.0.1:5000/v1/api';
  return `${field}: ${issue.message}`;
}
