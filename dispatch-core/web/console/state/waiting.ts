import { signal } from '@preact/signals';
import { listTrouble, listWaitingAlerts } from '../../shared/api/calls';
import type { Trouble, WaitingAlert } from '../../shared/api/types';
import { play } from '../sound/tones';
import { paced } from './paced';
import { quietly } from './read';

const GAP_MS = 400;

/** Taken, and on a node's disk until the database is back: no incidents yet, but people who wait for help. */
export const waitingAlerts = signal<WaitingAlert[]>([]);

/** What is wrong with the machines. */
export const troubles = signal<Trouble[]>([]);

export const refreshWaiting = paced(
  () =>
    quietly(async () => {
      const { alerts } = await listWaitingAlerts();
      const known = new Set(waitingAlerts.peek().map((one) => one.alertId));
      if (alerts.some((one) => !known.has(one.alertId))) play('P2'); // nothing else rings for it: it is no incident
      waitingAlerts.value = alerts;
    }),
  GAP_MS,
);

export const refreshTrouble = paced(
  () =>
    quietly(async () => {
      const { trouble } = await listTrouble();
      troubles.value = trouble;
    }),
  GAP_MS,
);
