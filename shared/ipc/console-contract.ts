import { z } from 'zod';
import { consoleAnswerSchema, consoleCatalogueSchema, consoleFrameSchema } from '../domain/console';
import { call, stream } from './define';

const argumentsJson = z.string().max(200_000);

export const consoleContract = {
  /** Every method and topic of the gateway client, described for forms. `accountId` goes into the examples. */
  'console.catalogue': call(
    z.strictObject({ accountId: z.string().max(40).nullable() }),
    consoleCatalogueSchema,
  ),
  /**
   * Runs one method. Those with a danger need `confirmed`; orders are refused here whatever is confirmed, because they
   * have one path to the wire and this is not it.
   */
  'console.run': call(
    z.strictObject({ method: z.string().max(80), argumentsJson, confirmed: z.boolean() }),
    consoleAnswerSchema,
  ),
  /** Frames of one websocket topic until unsubscribed. */
  'console.watch': stream(z.strictObject({ topic: z.string().max(10), argumentsJson }), consoleFrameSchema),
};
