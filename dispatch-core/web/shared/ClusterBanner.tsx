import { cluster } from './cluster';
import { hourAndMinute } from './format';
import { t } from './i18n';

/** Which node is missing, since when, and that nothing of it makes the data wrong. */
export function ClusterBanner() {
  const now = cluster.value;
  const first = now?.missing.map((one) => one.since).sort()[0];
  if (!now || first === undefined) return null;
  const at = hourAndMinute(first);
  return (
    <p class="warning bar" role="status">
      {now.cutOff
        ? t('cluster.cutOff', { node: now.node, at })
        : t('cluster.missing', { nodes: now.missing.map((one) => one.node).join(', '), at })}
    </p>
  );
}
