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
  ['one witness alone', { isPaper: true }, 'unknown'],
  ['one witness alone, live', { isPaper: false }, 'unknown'],
  ['an id alone', { accounts: ['DU1'] }, 'unknown'],
  ['paper by flag and id', { isPaper: true, accounts: ['DU1', 'DF2'] }, 'paper'],
  ['paper by flag and login, with an old id', { isPaper: true, loginType: 2, accounts: ['U1'] }, 'paper'],
  ['paper by flag, an old id says nothing', { isPaper: true, accounts: ['U1'] }, 'unknown'],
  ['live by flag and id', { isPaper: false, accounts: ['U1'] }, 'live'],
  ['live by flag and login', { isPaper: false, loginType: 1 }, 'live'],
  ['disagreement', { isPaper: false, accounts: ['DU1'] }, 'unknown'],
  ['disagreement of login', { isPaper: true, loginType: 1 }, 'unknown'],
  [
    'practice on the practice gateway',
    { profile: 'practice', serverName: 'PracticeGateway', isPaper: true },
    'practice',
  ],
  [
    'practice profile, real server',
    { profile: 'practice', serverName: 'JifN19053', isPaper: false, loginType: 1 },
    'live',
  ],
  ['live profile, practice server', { serverName: 'PracticeGateway', isPaper: true, loginType: 2 }, 'paper'],
])('%s', (_case, evidence, mode) => {
  expect(tradingMode({ ...silent, ...evidence })).toBe(mode);
});
