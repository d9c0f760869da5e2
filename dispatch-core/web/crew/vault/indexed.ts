import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Item } from '../outbox/item';
import { memoryVault } from './memory';
import { type Fix, type Kept, newDevice, type Vault } from './vault';

interface Schema extends DBSchema {
  kept: { key: keyof Kept; value: Kept[keyof Kept] };
  items: { key: number; value: Item };
  fixes: { key: number; value: Fix };
}

const NAME = 'crew';
const VERSION = 1;

/** A press is on the disk before the crew is told that it counts. */
const SAFE = { durability: 'strict' } as const;

/** The tablet's memory, or one that lasts only as long as the page where the browser refuses to keep anything. */
export async function openVault(): Promise<Vault> {
  try {
    const db = await openDB<Schema>(NAME, VERSION, {
      upgrade(fresh) {
        fresh.createObjectStore('kept');
        fresh.createObjectStore('items', { keyPath: 'seq' });
        fresh.createObjectStore('fixes', { autoIncrement: true });
      },
    });
    return vaultIn(db);
  } catch {
    return memoryVault();
  }
}

function vaultIn(db: IDBPDatabase<Schema>): Vault {
  return {
    durable: true,
    read: async <K extends keyof Kept>(key: K) => (await db.get('kept', key)) as Kept[K] | undefined,

    async change<K extends keyof Kept>(key: K, change: (was: Kept[K] | undefined) => Kept[K] | undefined) {
      const tx = db.transaction('kept', 'readwrite');
      const was = (await tx.store.get(key)) as Kept[K] | undefined;
      const now = change(was);
      if (now === undefined) await tx.store.delete(key);
      else if (now !== was) await tx.store.put(now, key);
      await tx.done;
      return now;
    },

    async add(draft) {
      const tx = db.transaction(['kept', 'items'], 'readwrite', SAFE);
      const device = ((await tx.objectStore('kept').get('device')) as Kept['device'] | undefined) ?? newDevice();
      const seq = device.seq + 1;
      const item = { ...draft, seq, deviceId: device.id, faults: 0, refused: null } as Item;
      await tx.objectStore('kept').put({ ...device, seq }, 'device');
      await tx.objectStore('items').add(item);
      await tx.done;
      return item;
    },

    items: () => db.getAll('items'),
    put: async (item) => void (await db.put('items', item)),
    remove: (seq) => db.delete('items', seq),

    async addFix(fix, max, thin) {
      const tx = db.transaction('fixes', 'readwrite');
      await tx.store.add(fix);
      if ((await tx.store.count()) > max) {
        const fewer = thin(await tx.store.getAll());
        await tx.store.clear();
        for (const each of fewer) await tx.store.add(each);
      }
      await tx.done;
    },

    async fixes(limit) {
      const tx = db.transaction('fixes');
      const [keys, fixes] = await Promise.all([tx.store.getAllKeys(null, limit), tx.store.getAll(null, limit)]);
      return { keys, fixes };
    },

    async removeFixes(keys) {
      const tx = db.transaction('fixes', 'readwrite');
      await Promise.all([...keys.map((key) => tx.store.delete(key)), tx.done]);
    },
  };
}
