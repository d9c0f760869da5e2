import { language, t } from '../i18n';
import { ask } from '../nodes';
import { end, session } from '../session';
import type { Problem } from './types';

/** A request that hangs longer than this is given up: the operator must be told, not left waiting. */
const TIMEOUT_MS = 15_000;

/** A refusal by the server, or the lack of one: `status` 0 means that nobody answered. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail ?? problem.title ?? String(status));
  }

  get code(): string {
    return this.problem.code ?? '';
  }
}

export interface Call {
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Whether the server knows the same request again, so that another node may be asked when the answer is lost. */
  isRepeatable?: boolean;
}

/** Calls `/api/v1{path}` and gives the answer's JSON, or undefined for an empty one; throws {@link Refused}. */
export async function call<T>(method: string, path: string, options: Call = {}): Promise<T> {
  const response = await answered(method, path, options);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** As {@link call}, for what is no JSON: a picture needs the token too, so that no address of it can be passed on. */
export async function callForBlob(path: string, options: Call = {}): Promise<Blob> {
  return (await answered('GET', path, options)).blob();
}

async function answered(method: string, path: string, options: Call): Promise<Response> {
  const response = await send(method, path, options);
  if (response.ok) return response;
  if (response.status === 401 && session.value) {
    end(true);
  }
  throw new Refused(response.status, await problemOf(response));
}

/** What a person is told of any failure. */
export function sentence(failure: unknown): string {
  if (!(failure instanceof Refused)) return String(failure);
  const fields = (failure.problem.errors ?? []).map((error) => error.detail);
  return [failure.message, ...fields].join(' ');
}

async function send(method: string, path: string, options: Call): Promise<Response> {
  const headers: Record<string, string> = { 'Accept-Language': language.value, ...options.headers };
  if (session.value) headers['Authorization'] = `Bearer ${session.value.token}`;
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  const limits = [AbortSignal.timeout(TIMEOUT_MS), ...(options.signal ? [options.signal] : [])];
  try {
    const isRepeatable = options.isRepeatable ?? 'Idempotency-Key' in headers;
    const body = options.body === undefined ? null : JSON.stringify(options.body);
    return await ask(
      `/api/v1${path}`,
      { method, headers, body, signal: AbortSignal.any(limits), cache: 'no-store' },
      isRepeatable,
    );
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new Refused(0, { detail: t('error.network') });
  }
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return { detail: t('error.unexpected', { status: response.status }) };
  }
}
