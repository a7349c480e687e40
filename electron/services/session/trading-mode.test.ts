// Seam: the words PRACTICE, PAPER and LIVE are evidence; a doubt is never shown as paper.
import { expect, it } from 'vitest';
import { tradingMode, type ModeEvidence } from './trading-mode';

const silent: ModeEvidence = {
  profile: 'live',
  isPaper: null,
  loginType: null,
  accounts: null,
  serverName: null,
};

it.each<[string, Partial<ModeEvidence>, string]>([
  ['nothing known', {}, 'unknown'],
  ['paper by flag', { isPaper: true }, 'paper'],
  ['live by flag', { isPaper: false, accounts: ['U1'] }, 'live'],
  ['live by login', { loginType: 1 }, 'live'],
  ['paper by id', { accounts: ['DU1'] }, 'paper'],
  ['disagreement', { isPaper: false, accounts: ['DU1'] }, 'unknown'],
  ['disagreement of login', { isPaper: true, loginType: 1 }, 'unknown'],
  [
    'practice on the practice gateway',
    { profile: 'practice', serverName: 'PracticeGateway', isPaper: true },
    'practice',
  ],
  ['practice profile, real server', { profile: 'practice', serverName: 'JifN19053', isPaper: false }, 'live'],
  ['live profile, practice server', { serverName: 'PracticeGateway', isPaper: true }, 'paper'],
])('%s', (_case, evidence, mode) => {
  expect(tradingMode({ ...silent, ...evidence })).toBe(mode);
});
