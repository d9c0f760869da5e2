import { language } from '../../shared/i18n';
import type { KeptRoute } from '../vault/vault';

/** The kept route as GPX 1.1, made on the tablet: where another app is needed there is seldom network to ask for it. */
export function gpxOf({ route, texts }: KeptRoute, name: string): string {
  const steps = route.steps.map(
    ({ lat, lon }, i) => `<rtept lat="${lat.toFixed(6)}" lon="${lon.toFixed(6)}"><name>${escaped(texts[language.value][i] ?? '')}</name></rtept>`,
  );
  const track = route.geometry.coordinates.map(([lon, lat]) => `<trkpt lat="${lat?.toFixed(6)}" lon="${lon?.toFixed(6)}"/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="Hoàng Liên">',
    `<rte><name>${escaped(name)}</name>${steps.join('')}</rte>`,
    `<trk><name>${escaped(name)}</name><trkseg>${track.join('')}</trkseg></trk>`,
    '</gpx>',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
