import { signal } from '@preact/signals';

/** What stands in place of the case while it is open. The next step stays where it is. */
export const panel = signal<'outbox' | 'tools' | 'signIn' | null>(null);
