import { signal } from '@preact/signals';

/** Since when the node that answers has had no database; null while it has one. */
export const databaseAwaySince = signal<string | null>(null);

/** As the server said it, by whatever door; what is no such thing changes nothing. */
export function heardDatabase(awaySince: unknown): void {
  if (awaySince === null || typeof awaySince === 'string') databaseAwaySince.value = awaySince;
}
