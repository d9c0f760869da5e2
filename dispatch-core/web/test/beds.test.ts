import { expect, test } from 'vitest';
import { bedWords } from '../shared/beds';

const hold = (kind: 'TRAUMA' | 'EMERGENCY', besides?: Record<string, number>) => ({
  kind,
  state: 'FIRM' as const,
  expiresAt: null,
  ...(besides ? { besides } : {}),
});

test.each([
  [hold('TRAUMA'), 'chấn thương'],
  [hold('TRAUMA', {}), 'chấn thương'],
  [hold('TRAUMA', { EMERGENCY: 2 }), 'chấn thương, cấp cứu ×2'],
  [hold('EMERGENCY', { EMERGENCY: 2 }), 'cấp cứu ×3'],
])('the beds of a ride as they are spoken', (held, words) => {
  expect(bedWords(held)).toBe(words);
});
