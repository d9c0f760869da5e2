import type { Incident, IncidentChange } from '../../shared/api/types';

/** The place as it was told last, in the form in which it is told again; none when nobody ever told one. */
export function placed(it: Incident): IncidentChange | null {
  const last = it.place.told.at(-1);
  if (!last) return null;
  const place = Object.fromEntries(
    (['location', 'roadKm', 'plusCode', 'placeText'] as const).flatMap((name) =>
      last[name] === null || last[name] === undefined ? [] : [[name, last[name]]],
    ),
  );
  return Object.keys(place).length > 0 ? { place } : null;
}
