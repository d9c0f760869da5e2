import { callForBlob } from '../../shared/api/client';
import { t } from '../../shared/i18n';
import { attempt } from '../state/read';

/** The board as a file, for a stick or a telephone; it needs nothing else to be opened. */
export function savePaper(): void {
  void attempt(async () => {
    const address = URL.createObjectURL(await callForBlob('/paper'));
    const at = new Date().toISOString().slice(0, 16).replace(/[-:T]/g, '');
    Object.assign(document.createElement('a'), { href: address, download: `bang-tinh-hinh-${at}.pdf` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return t('paper.saved');
  });
}
