import { batch, signal, type Signal } from '@preact/signals';

/** Things with an id, each in a signal of its own: what shows one of them is drawn again only when that one changed. */
export class Keyed<T extends { id: string }> {
  private readonly held = new Map<string, Signal<T | undefined>>();
  private readonly order = signal<readonly string[]>([]);

  /** Whether it was ever read: an empty list and no answer yet are two things. */
  readonly known = signal(false);

  constructor(private readonly before: (one: T, other: T) => number) {}

  /** In their order; whoever reads this is told of comings and goings, not of changes. */
  get ids(): readonly string[] {
    return this.order.value;
  }

  get(id: string | null | undefined): T | undefined {
    return id ? this.signalOf(id).value : undefined;
  }

  all(): T[] {
    return this.ids.flatMap((id) => this.get(id) ?? []);
  }

  put(item: T): void {
    const old = this.signalOf(item.id).peek();
    batch(() => {
      this.set(item);
      if (old === undefined) this.sort([...this.order.peek(), item.id]);
      else if (this.before(old, item) !== 0) this.sort(this.order.peek());
    });
  }

  replace(items: readonly T[]): void {
    batch(() => {
      const ids = new Set(items.map((item) => item.id));
      for (const id of this.order.peek()) if (!ids.has(id)) this.signalOf(id).value = undefined;
      items.forEach((item) => this.set(item));
      this.sort([...ids]);
      this.known.value = true;
    });
  }

  remove(id: string): void {
    batch(() => {
      this.signalOf(id).value = undefined;
      this.order.value = this.order.peek().filter((other) => other !== id);
    });
  }

  private set(item: T): void {
    const now = this.signalOf(item.id);
    if (JSON.stringify(now.peek()) !== JSON.stringify(item)) now.value = item;
  }

  private sort(ids: readonly string[]): void {
    const items = ids.flatMap((id) => this.signalOf(id).peek() ?? []);
    const sorted = items.sort(this.before).map((item) => item.id);
    if (!sameList(sorted, this.order.peek())) this.order.value = sorted;
  }

  private signalOf(id: string): Signal<T | undefined> {
    const known = this.held.get(id);
    if (known) return known;
    const fresh = signal<T | undefined>(undefined);
    this.held.set(id, fresh);
    return fresh;
  }
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
