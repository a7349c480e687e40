import { z } from 'zod';
import { accountSchema } from '../domain/account';
import { call } from './define';

export const accountsContract = {
  'accounts.list': call(z.strictObject({}), z.array(accountSchema)),
};
