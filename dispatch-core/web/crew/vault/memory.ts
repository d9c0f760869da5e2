import type { Item } from '../outbox/item';
import { type Fix, type Kept, newDevice, type Vault } from './vault';

/** For a browser that keeps nothing (and for tests): everything works while the page is open, and the page says so. */
export function memoryVault(): Vault {
  const kept: Partial<Kept> = {};
  let items: Item[] = [];
  let fixes: { key: number; fix: Fix }[] = [];
  let fixKey = 0;

  return {
    durable: false,
    read: async (key) => kept[key],
    change: async (key, change) => {
      const now = change(kept[key]);
      if (now === undefined) delete kept[key];
      else kept[key] = now;
      return now;
    },
    add: async (draft) => {
      const device = kept.device ?? newDevice();
      device.seq += 1;
      kept.device = device;
      const item = { ...draft, seq: device.seq, deviceId: device.id, faults: 0, refused: null } as Item;
      items.push(item);
      return item;
    },
    items: async () => [...items],
    put: async (item) => {
      items = items.map((each) => (each.seq === item.seq ? item : each));
    },
    remove: async (seq) => {
      items = items.filter((each) => each.seq !== seq);
    },
    addFix: async (fix, max, thin) => {
      fixes.push({ key: (fixKey += 1), fix });
      if (fixes.length > max) fixes = thin(fixes.map((each) => each.fix)).map((each) => ({ key: (fixKey += 1), fix: each }));
    },
    fixes: async (limit) => {
      const oldest = fixes.slice(0, limit);
      return { keys: oldest.map((each) => each.key), fixes: oldest.map((each) => each.fix) };
    },
    removeFixes: async (keys) => {
      const gone = new Set(keys);
      fixes = fixes.filter((each) => !gone.has(each.key));
    },
  };
}
