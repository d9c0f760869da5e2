import { t, word } from '../../shared/i18n';
import { othersChoosing } from '../state/choosing';
import { shortNumber } from '../state/words';

/** That another desk is just choosing a bed there; no refusal, and gone by itself. */
export function BeingChosen({ hospitalId, kind }: { hospitalId: string | null | undefined; kind?: string | null | undefined }) {
  const others = hospitalId ? othersChoosing(hospitalId, kind) : [];
  if (others.length === 0) return null;
  return (
    <span class="warned being-chosen">
      {others
        .map((one) =>
          t('desk.choosing', { by: one.by, kind: word('bed', one.kind), number: shortNumber({ number: one.incidentNumber }) }),
        )
        .join(' · ')}
    </span>
  );
}
