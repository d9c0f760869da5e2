import { expect, test } from 'vitest';
import { smsAddress, smsText } from '../report/sms';

// The same table as SmsReportTest has for the server: whoever reads the messages need not know who wrote them.
test.each([
  ['lat=22.38039&lon=103.48277&kind=FIRE', 'CHAY', 'CUU 7PJ59FJM+54 CHAY'],
  ['road=QL4D&km=25%2B300', 'SAT LO', 'CUU QL4D 25+300 SAT LO'],
  ['village=bản+Nà+Đông', 'TAI NAN', 'CUU ban Na Dong TAI NAN'],
  ['unknown=yes', 'SINH', 'CUU SINH'],
])('%s is %s', (body, word, text) => {
  expect(smsText(body, word)).toBe(text);
});

test('it is one message, and its address holds it whole', () => {
  expect(smsText(`words=${'xa '.repeat(200)}`, 'CHAY')).toHaveLength(160);
  expect(smsAddress('8115', 'road=QL4D&km=25%2B300', 'SAT LO')).toBe('sms:8115?body=CUU%20QL4D%2025%2B300%20SAT%20LO');
});
