import { err } from '../../../shared/result';
import { refusal } from './refusals';

/** Names whose work is under way in this very series of commits; nothing reaches IBKR through them. */
export const notYet = async () =>
  err(refusal('not-ready', 'This is not built yet.', 'Use the order list for single orders.'));
