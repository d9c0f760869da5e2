import { OpenLocationCode } from 'open-location-code';

/** One message. */
const MAX_CHARS = 160;

/** `CUU 7PJ59FJM+54 TAI NAN`: as the server writes it on its page without a network, see SmsReport. */
export function smsText(body: string, word: string): string {
  const form = new URLSearchParams(body);
  const said = (name: string) => (form.get(name) ?? '').trim();
  const place =
    plusCode(said('lat'), said('lon')) ?? ['road', 'km', 'village', 'words'].map(said).filter(Boolean).join(' ');
  return plain(`CUU ${place} ${word}`).replace(/ +/g, ' ').slice(0, MAX_CHARS);
}

export function smsAddress(number: string, body: string, word: string): string {
  return `sms:${number}?body=${encodeURIComponent(smsText(body, word))}`;
}

function plusCode(lat: string, lon: string): string | null {
  return lat && lon ? new OpenLocationCode().encode(Number(lat), Number(lon)) : null;
}

/** Without diacritics a message holds 160 characters instead of 70. */
function plain(text: string): string {
  return text
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .normalize('NFD')
    .replace(/[^\x20-\x7e]+/g, '');
}
