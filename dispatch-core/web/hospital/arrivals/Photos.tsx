import { useEffect, useState } from 'preact/hooks';
import { callForBlob } from '../../shared/api/client';
import { hourAndMinute } from '../../shared/format';
import { t } from '../../shared/i18n';
import { listPhotos, type PhotoList } from '../calls';
import { news } from '../store';

type Photo = PhotoList['photos'][number];

/** What was photographed at the scene, if anything was. Small; a press shows it large, in place. */
export function Photos({ incidentId }: { incidentId: string }) {
  const [photos, setPhotos] = useState<Photo[]>([]);
  const heard = news.value[incidentId] ?? 0;
  useEffect(() => {
    let gone = false;
    // Without photos the card says all the rest: why there are none is no news for a ward.
    void listPhotos(incidentId)
      .then((list) => gone || setPhotos(list.photos))
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [incidentId, heard]);
  if (photos.length === 0) return null;
  return (
    <ul class="photos" aria-label={t('hospital.photos')}>
      {photos.map((photo) => (
        <li key={photo.id}>
          <Picture photo={photo} />
        </li>
      ))}
    </ul>
  );
}

function Picture({ photo }: { photo: Photo }) {
  const [address, setAddress] = useState('');
  const [large, setLarge] = useState(false);
  useEffect(() => {
    let made = '';
    let gone = false;
    void callForBlob(`/photos/${encodeURIComponent(photo.id)}`)
      .then((blob) => {
        if (gone) return;
        made = URL.createObjectURL(blob);
        setAddress(made);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [photo.id]);
  const words = t('hospital.photo', { time: hourAndMinute(photo.at), by: photo.by });
  return (
    <button type="button" class={large ? 'large' : ''} aria-pressed={large} onClick={() => setLarge(!large)}>
      {address ? <img src={address} alt={words} width={photo.width} height={photo.height} /> : <span class="quiet">{words}</span>}
      {photo.note && <span class="told">{photo.note}</span>}
    </button>
  );
}
