import { signal } from '@preact/signals';
import type { components } from './api/contract';

/** Which nodes the one that answers sees. */
export type Cluster = components['schemas']['ClusterState'];

/** Null while it is not known, or there is only one node. */
export const cluster = signal<Cluster | null>(null);

/** As it came over the line; what is no such thing changes nothing. */
export function heardCluster(told: unknown): void {
  const said = told as Cluster | null | undefined;
  if (said === null || (Array.isArray(said?.missing) && Array.isArray(said.present))) cluster.value = said;
}
