import type { IncidentPlace } from './api/types';
import { coordinates, roadPost } from './format';
import { t } from './i18n';

/** Where it is, in the words a crew needs: road and post first, then what is known, then what was told. */
export function placeLabel(place: IncidentPlace): string {
  const at = place.located;
  if (at) {
    const post = isRoadKm(at.roadKm) ? roadPost(at.roadKm.road, at.roadKm.km) : '';
    if (post && (at.label.startsWith(post) || at.label === post)) return at.label;
    return [post, at.label || coordinates(at)].filter(Boolean).join(' · ');
  }
  return place.told.map(told).find(Boolean) ?? t('queue.place.unknown');
}

/** One alert's place as its sender put it. */
export function told(place: IncidentPlace['told'][number]): string {
  const parts = [
    isRoadKm(place.roadKm) ? roadPost(place.roadKm.road, place.roadKm.km) : '',
    typeof place.placeText === 'string' ? place.placeText : '',
    typeof place.plusCode === 'string' ? place.plusCode : '',
    isPoint(place.location) ? coordinates(place.location) : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The contract takes anything for a place, so what was told is looked at before it is shown. */
function isRoadKm(value: unknown): value is { road: string; km: number } {
  const it = value as { road?: unknown; km?: unknown } | null | undefined;
  return typeof it?.road === 'string' && typeof it.km === 'number';
}

function isPoint(value: unknown): value is { lat: number; lon: number } {
  const it = value as { lat?: unknown; lon?: unknown } | null | undefined;
  return typeof it?.lat === 'number' && typeof it.lon === 'number';
}
