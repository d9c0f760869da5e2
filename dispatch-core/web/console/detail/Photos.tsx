import { useEffect, useState } from 'preact/hooks';
import { Refused } from '../../shared/api/client';
import { timeOfDay } from '../../shared/format';
import { t } from '../../shared/i18n';
import { ask } from '../../shared/nodes';
import { session } from '../../shared/session';
import { listPhotos, type Photo } from '../calls';

/** More at once than a person looks through while somebody waits. */
const SHOWN = 12;

/** Photos from callers and crews; each is fetched with who asks, so none has an address that could be passed on. */
export function Photos({ of: incidentId, version }: { of: string; version: number }) {
  const [photos, setPhotos] = useState<Photo[]>([]);
  const [large, enlarge] = useState<string | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    void listPhotos(incidentId, asking.signal)
      .then((list) => setPhotos(list.photos))
      .catch((failure: unknown) => {
        if (!(failure instanceof Refused || failure instanceof DOMException)) throw failure;
      });
    return () => asking.abort();
  }, [incidentId, version]);
  useEffect(() => enlarge(null), [incidentId]);
  if (photos.length === 0) return null;
  return (
    <section aria-labelledby="photos-title">
      <h3 id="photos-title">{t('desk.photos.title', { n: photos.length })}</h3>
      <ul class="photos">
        {photos.slice(0, SHOWN).map((photo) => (
          <li key={photo.id} class={large === photo.id ? 'large' : ''}>
            <Picture photo={photo} large={large === photo.id} onPress={() => enlarge(large === photo.id ? null : photo.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Picture({ photo, large, onPress }: { photo: Photo; large: boolean; onPress: () => void }) {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const asking = new AbortController();
    let made = '';
    void fetchPhoto(photo.id, asking.signal).then((blob) => {
      if (!blob || asking.signal.aborted) return;
      made = URL.createObjectURL(blob);
      setAddress(made);
    });
    return () => {
      asking.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [photo.id]);
  const says = t('desk.photos.one', { at: timeOfDay(photo.at), by: photo.by });
  return (
    <button type="button" aria-expanded={large} onClick={onPress} title={says}>
      {address ? <img src={address} alt={[says, photo.note].filter(Boolean).join(': ')} /> : <span class="quiet">…</span>}
      <span class="quiet">{says}</span>
      {photo.note && <span>{photo.note}</span>}
    </button>
  );
}

async function fetchPhoto(id: string, signal: AbortSignal): Promise<Blob | null> {
  try {
    const response = await ask(`/api/v1/photos/${encodeURIComponent(id)}`, {
      headers: { Authorization: `Bearer ${session.peek()?.token ?? ''}` },
      signal,
    });
    return response.ok ? await response.blob() : null;
  } catch {
    return null; // shown as not there yet; the list asks again when the incident changes
  }
}
