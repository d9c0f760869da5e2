import { language, locale, t } from './i18n';

const ZONE = 'Asia/Ho_Chi_Minh';
const METRES_PER_KM = 1000;

/** A kilometre post as it is signed and spoken: 76.65 → "Km76+650". */
export function kmPost(km: number): string {
  const metres = Math.round(km * METRES_PER_KM);
  const whole = Math.floor(metres / METRES_PER_KM);
  return `Km${whole}+${String(metres - whole * METRES_PER_KM).padStart(3, '0')}`;
}

export function roadPost(road: string, km: number): string {
  return `${road} ${kmPost(km)}`;
}

/** Reads "76+650", "Km76+650", "76,65" and "76.65"; undefined when it is none of these. */
export function readKm(text: string): number | undefined {
  const plain = text.trim().replace(/^km\s*/i, '');
  const post = /^(\d{1,4})\s*\+\s*(\d{1,3})$/.exec(plain);
  if (post) {
    return Number(post[1]) + Number(post[2]) / METRES_PER_KM;
  }
  return /^\d{1,4}([.,]\d{1,3})?$/.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}

/** Whole minutes of a duration in seconds, never rounded down to a promise that cannot be kept. */
export function minutes(seconds: number): number {
  return Math.ceil(seconds / 60);
}

/** "32–41": half of such drives take no longer than the first, nine of ten no longer than the second. */
export function minuteRange(p50: number, p90: number | null | undefined): string {
  const from = minutes(p50);
  const to = minutes(p90 ?? p50);
  return to > from ? `${from}–${to}` : String(from);
}

/** A running clock: 75 → "1:15", 3675 → "1:01:15". */
export function clock(seconds: number): string {
  const total = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const rest = `${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0/, '');
}

/** An age in words, in the largest unit that still says something. */
export function ageWords(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) {
    return t('age.unknown');
  }
  const s = Math.max(0, Math.floor(seconds));
  if (s < 90) return t('age.seconds', { n: s });
  if (s < 90 * 60) return t('age.minutes', { n: Math.round(s / 60) });
  if (s < 36 * 3600) return t('age.hours', { n: Math.round(s / 3600) });
  return t('age.days', { n: Math.round(s / 86400) });
}

/** Hours, minutes and seconds in Vietnam, whatever the clock of the machine is set to. */
export function timeOfDay(instant: string | number): string {
  return formatter({ hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(instant));
}

/** As people say a time: "14:02". */
export function hourAndMinute(instant: string | number): string {
  return formatter({ hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

export function dayAndTime(instant: string | number): string {
  return formatter({ day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

export function kilometres(metres: number): string {
  return number(metres / METRES_PER_KM, 1);
}

export function number(value: number, digits: number): string {
  return new Intl.NumberFormat(locale.value, { maximumFractionDigits: digits }).format(value);
}

/** Coordinates always with a point: they are copied into other programs. */
export function coordinates(at: { lat: number; lon: number }): string {
  return `${at.lat.toFixed(5)}, ${at.lon.toFixed(5)}`;
}

export function sorted<T>(list: readonly T[], by: (item: T) => string): T[] {
  const collator = new Intl.Collator(language.value, { numeric: true });
  return [...list].sort((a, b) => collator.compare(by(a), by(b)));
}

function formatter(parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale.value, { ...parts, timeZone: ZONE, hourCycle: 'h23' });
}
