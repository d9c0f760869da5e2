import { computed, signal } from '@preact/signals';
import { sentence } from '../../shared/api/client';
import type { Transfer, TransferList } from '../../shared/api/types';
import { coalesced } from '../../shared/coalesce';
import { session } from '../../shared/session';
import { getTransfers } from '../calls';

/** Both ways, as the server last said; null before it has. */
export const transfers = signal<TransferList | null>(null);
/** Why the last act was refused, in the server's words; empty when none was. */
export const refused = signal('');

/** Those that somebody at this page has looked at: it rings for the others. */
const seen = signal<ReadonlySet<string>>(new Set());

/** Who asks this house and has no answer yet. */
export const asking = computed(() => (transfers.value?.incoming ?? []).filter((one) => one.status === 'OPEN' && one.state === 'ASKED'));

/** For whom it rings. */
export const unanswered = computed(() => asking.value.filter((one) => !seen.value.has(asked(one))));

export function markSeen(transfer: Transfer): void {
  seen.value = new Set([...seen.value, asked(transfer)]);
}

/** Asked anew after a decline, it rings anew. */
function asked(transfer: Transfer): string {
  return `${transfer.id} ${transfer.askedAt}`;
}

export const refreshTransfers = coalesced(async () => {
  const hospital = session.value?.hospitalId;
  if (!hospital) return;
  try {
    transfers.value = await getTransfers(hospital);
  } catch {
    // The page says already that the server does not answer; what is shown stays.
  }
});

/** Does it, shows what the server says to it, and reads again; whether it was done. */
export async function act(doing: () => Promise<unknown>): Promise<boolean> {
  refused.value = '';
  try {
    await doing();
    refreshTransfers();
    return true;
  } catch (failure) {
    refused.value = sentence(failure);
    return false;
  }
}

export function forgetTransfers(): void {
  transfers.value = null;
  refused.value = '';
}
