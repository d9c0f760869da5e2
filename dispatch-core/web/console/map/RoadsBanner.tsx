import { dayAndTime } from '../../shared/format';
import { type Key, t } from '../../shared/i18n';
import { mapInfo } from '../state/roads';

/** What driving times rest on, whenever it is not the roads of the map that lies there: nobody may miss it. */
export function RoadsBanner() {
  const roads = mapInfo.value?.roads;
  if (!roads) return <div class="roads" role="status" />;
  const estimate = roads.basis === 'ESTIMATE';
  const refused = roads.refused ? t(`map.fault.${roads.refused}` as Key) : '';
  const why = roads.importing ? t('roads.importing') : refused;
  return (
    <div class="roads" role="status">
      {estimate && (
        <p class="warned">
          <span aria-hidden="true">▲</span> {t('roads.estimate', { since: dayAndTime(roads.since), why })}
        </p>
      )}
      {!estimate && roads.refused && <p class="warned">{t('roads.refused', { why: refused })}</p>}
      {roads.unmatched > 0 && (
        <p class="warned">{t(estimate ? 'roads.waiting' : 'roads.unmatched', { count: roads.unmatched })}</p>
      )}
    </div>
  );
}
