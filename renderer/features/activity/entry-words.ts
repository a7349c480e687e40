import type { ActivityEntry } from '../../../shared/domain/activity';
import type { MoneyText } from '../../ui/discreet';

/** Title and details as they may be shown now. What the session says is no amount: its times stay. */
export const entryWords = (
  { kind, title, text }: ActivityEntry,
  { words }: Pick<MoneyText, 'words'>,
): readonly [title: string, text: string] =>
  kind === 'session' ? [title, text] : [words(title), words(text)];
