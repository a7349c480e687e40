import { z } from 'zod';
import { activityLogSchema } from '../domain/activity';
import { latest, stream } from './define';

export const activityContract = {
  /** The whole log at each change; it is short. */
  'activity.watch': stream(z.strictObject({}), activityLogSchema, latest),
};
