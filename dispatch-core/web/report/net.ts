import { phrase } from './phrases';

/** Whether the phone believes to have a network. */
export function showNetwork(): void {
  const place = document.getElementById('net');
  if (!place) return;
  const show = () => {
    place.textContent = phrase(navigator.onLine ? 'report.net.online' : 'report.net.offline');
    place.dataset['state'] = navigator.onLine ? 'online' : 'offline';
    place.hidden = false;
  };
  addEventListener('online', show);
  addEventListener('offline', show);
  show();
}
