import type { Item } from './item';

/** A press must not hang on a line that is dead; a photo on one bar needs its time. */
const TIMEOUT_MS = 15_000;
const PHOTO_TIMEOUT_MS = 180_000;

export interface Request {
  method: 'POST' | 'PUT';
  path: string;
  body: unknown;
  timeoutMs: number;
}

/** The call of the contract that a report becomes. */
export async function requestOf(item: Item): Promise<Request> {
  const { deviceId, seq, at } = item;
  const assignment = `/assignments/${encodeURIComponent(item.assignmentId ?? '')}`;
  const post = (path: string, body: unknown, timeoutMs = TIMEOUT_MS): Request => ({ method: 'POST', path, body, timeoutMs });
  switch (item.kind) {
    case 'STATUS':
      return post(`${assignment}/status`, { ...item.body, deviceId, seq, at });
    case 'PATIENT':
      return post(`${assignment}/patients`, { ...item.body, deviceId, seq, at });
    case 'DESTINATION':
      return post(`${assignment}/destination-request`, { ...item.body, deviceId, seq, at });
    case 'PHOTO':
      return post(
        `${assignment}/photos`,
        { id: `${deviceId}-${seq}`, image: await base64(item.body.image), at, note: item.body.note || null },
        PHOTO_TIMEOUT_MS,
      );
    case 'DUTY':
      return { method: 'PUT', path: `/units/${encodeURIComponent(item.unitId)}/duty`, body: item.body, timeoutMs: TIMEOUT_MS };
  }
}

/** A worker has no FileReader for this, and spreading a megabyte of arguments is too much for any engine. */
async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += PIECE) {
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + PIECE)));
  }
  return btoa(pieces.join(''));
}

const PIECE = 0x2000;
