import type { ReportSource } from './api/types';
import { word } from './i18n';

/** Whose word it is, and on which way it came when that was not the page, which is the usual one. */
export function whose(by: string, source: ReportSource | null | undefined): string {
  return source && source !== 'PAGE' ? `${by} (${word('reportSource', source)})` : by;
}
