// Seam: what leaves the computer in a diagnostics file, whatever the log or an error said.
import { expect, it } from 'vitest';
import { redact, redactLine } from './redact';

it.each([
  ['account DU5550001 and U1234567, F7654321', ['DU5550001', 'U1234567', 'F7654321']],
  ['{"session":"5f2c9e0d4b7a8f6e5d4c3b2a19087f6e"}', ['5f2c9e0d4b7a8f6e']],
  ['cookie api=QWxhZGRpbjpvcGVuIHNlc2FtZTEyMzQ1Njc4OTA=', ['QWxhZGRpbjpvcGVu']],
  ['order 1719056481 of conid 265598000', ['1719056481', '265598000']],
  ['from jo.doe@example.com in /home/jo/.config', ['jo.doe', '/home/jo/']],
])('%s', (text, secrets) => {
  for (const secret of secrets) expect(redact(text)).not.toContain(secret);
});

it('keeps what a defect is found by', () => {
  const line =
    '2026-11-28T16:15:42.803Z info {"code":"gateway.session","status":"link-lost","error":"timeout"}';
  expect(redactLine(line)).toBe(line);
  expect(redact('ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:38551')).toContain('127.0.0.1:38551');
});

it('says of orders that something happened, never what', () => {
  const line = '2026-11-28T16:15:42.803Z warn {"code":"orders.unknown","text":"BUY 10 AAPL at 190"}';
  expect(redactLine(line)).toBe('2026-11-28T16:15:42.803Z warn {"code":"orders.unknown"}');
});
