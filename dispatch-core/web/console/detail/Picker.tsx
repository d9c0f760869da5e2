import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { matching } from '../command/complete';

interface Props<T extends { id: string }> {
  label: string;
  items: readonly T[];
  names: (item: T) => string[];
  chosen: string | null;
  /** Whether the hand goes here when the picker appears. */
  first?: boolean;
  onChoose: (id: string) => void;
  onEnter: () => void;
  onEscape: () => void;
  row: (item: T) => ComponentChildren;
}

/** A list with a field above it: typing a few letters, without marks, leaves those that are meant; the arrows choose. */
export function Picker<T extends { id: string }>({ label, items, names, chosen, first, onChoose, onEnter, onEscape, row }: Props<T>) {
  const [typed, type] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (first) input.current?.focus(); // before the next key can come
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, typed]);
  const shown = typed.trim() === '' ? items : matching(items, typed, names);
  const at = shown.findIndex((item) => item.id === chosen);
  const choose = (to: number) => {
    const item = shown[Math.min(shown.length - 1, Math.max(0, to))];
    if (item) onChoose(item.id);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') choose(at + 1);
    else if (event.key === 'ArrowUp') choose(at < 0 ? 0 : at - 1);
    else if (event.key === 'Enter') onEnter();
    else if (event.key === 'Escape') {
      onEscape();
      event.stopPropagation();
    }
    else return;
    event.preventDefault();
  };
  return (
    <div class="picker">
      <input
        ref={input}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        spellcheck={false}
        placeholder={label}
        value={typed}
        onInput={(event) => {
          type(event.currentTarget.value);
          const [best] = matching(items, event.currentTarget.value, names);
          if (best && event.currentTarget.value.trim() !== '') onChoose(best.id);
        }}
        onKeyDown={onKey}
      />
      <ul role="listbox" id={`${id}-list`} aria-label={label} ref={list}>
        {shown.map((item, index) => (
          <li
            key={item.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={item.id === chosen}
            onClick={() => onChoose(item.id)}
            onDblClick={onEnter}
          >
            {row(item)}
          </li>
        ))}
      </ul>
    </div>
  );
}
