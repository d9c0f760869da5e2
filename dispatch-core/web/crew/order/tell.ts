import type { CrewOrder } from '../../shared/api/types';
import { closures } from '../store';
import { say } from '../voice/say';
import type { Notice } from './news';
import { noticeWords } from './words';

/** Tells the crew aloud. The banner stays until somebody says that it was seen; an order rings until acknowledged. */
export function tell(notice: Notice, order: CrewOrder | null): void {
  say(noticeWords(notice, order, closures.value));
}
