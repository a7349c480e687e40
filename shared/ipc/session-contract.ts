import { z } from 'zod';
import { sessionStateSchema } from '../domain/session';
import { call, latest, stream } from './define';

export const sessionContract = {
  'session.watch': stream(z.strictObject({}), sessionStateSchema, latest),
  /** Looks at the gateway now instead of at the next turn of the loop. */
  'session.checkNow': call(z.strictObject({}), sessionStateSchema),
  /** Takes the brokerage session from another IBKR application; only ever on request. */
  'session.takeOver': call(z.strictObject({}), sessionStateSchema),
  /** Opens the gateway's login page in the system browser. */
  'session.logIn': call(z.strictObject({}), z.object({ opened: z.boolean() })),
};
