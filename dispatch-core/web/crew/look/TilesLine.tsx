import { t } from '../../shared/i18n';
import { tilesKept } from '../route/tiles';

/** How much of the map is on the tablet, before there is no network to fetch it. */
export function TilesLine() {
  const kept = tilesKept.value;
  if (!kept || kept.wanted === 0) return null;
  const percent = Math.floor((kept.done / kept.wanted) * 100);
  return (
    <p class={kept.failed ? 'tiles warned' : 'tiles quiet'} role="status">
      {t(kept.failed ? 'crew.tiles.failed' : 'crew.tiles', { percent })}
      <progress value={kept.done} max={kept.wanted} aria-label={t('crew.tiles', { percent })} />
    </p>
  );
}
