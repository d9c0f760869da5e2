import { onLive, refreshAll, isServerThere } from '../console/state/live';
import { select } from '../console/state/selected';
import { openLive } from '../shared/live';
import { begin } from '../shared/session';

/** A console without a screen: what the page does with its line and its reads, by the page's own code. */
export function sit(user: string, token: string, incidentId: string | undefined): () => void {
  begin({ token, user, role: 'OPERATOR', unitId: null, hospitalId: null });
  refreshAll();
  if (incidentId) select(incidentId);
  return openLive(token, onLive, refreshAll, isServerThere, () => {
    throw new Error('the server ended a session');
  });
}
