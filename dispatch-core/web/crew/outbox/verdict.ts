/** An answer, or the lack of one: `status` 0 means that nobody answered. */
export interface Answer {
  status: number;
  body: unknown;
}

/**
 * counted: the server has it. refused: it never will, and says why. later: nothing is known, the same is sent again.
 * fault: the server failed over it. signIn: the session ended; everything waits for the next one.
 */
export type Verdict = 'counted' | 'refused' | 'later' | 'fault' | 'signIn';

/** Not this report's fault: the line, a proxy without its server, the database being away, too many at once. */
const AGAIN = new Set([0, 408, 425, 429, 502, 503, 504]);

/** A report that the server fails over this often is put aside, or it would hold up all behind it for ever. */
const FAULTS_MAX = 5;

export function verdict(answer: Answer, faultsBefore: number): Verdict {
  const { status } = answer;
  if (status >= 200 && status < 300) return 'counted';
  if (status === 401) return 'signIn';
  if (AGAIN.has(status)) return 'later';
  // The server lost a race within itself; to it the report is as good as new.
  if (status === 409 && codeOf(answer.body) === 'stale') return 'later';
  // Not offered by this node is an answer; any other failure may pass.
  if (status >= 500 && status !== 501) return faultsBefore + 1 < FAULTS_MAX ? 'fault' : 'refused';
  return 'refused';
}

export function codeOf(body: unknown): string {
  const code = (body as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** The sentence of a refusal with those of its fields. */
export function sentenceOf(body: unknown, otherwise: string): string {
  const problem = body as { detail?: unknown; errors?: { detail?: unknown }[] } | null;
  const fields = Array.isArray(problem?.errors) ? problem.errors.map((error) => error.detail) : [];
  const said = [problem?.detail, ...fields].filter((text): text is string => typeof text === 'string' && text !== '');
  return said.length > 0 ? said.join(' ') : otherwise;
}
