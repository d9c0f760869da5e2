/**
 * A key that nobody else has. Not `crypto.randomUUID`: browsers offer that only to pages over HTTPS or on the machine
 * itself, and a ward reads its page over the hospital's own network. Begins with a letter: the contract's reader takes a
 * header that looks like a number for one.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return 'k' + [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
