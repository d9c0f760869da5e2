import { fold } from './fold';

interface Word {
  raw: string;
  folded: string;
  start: number;
}

/** A call sign or a status may have so many words. */
const LONGEST_NAME = 5;

/** The words of a line, taken from the front one after the other. */
export class Words {
  private readonly words: readonly Word[];
  private at = 0;

  constructor(readonly line: string) {
    this.words = [...line.matchAll(/\S+/g)].map((match) => ({
      raw: match[0],
      folded: fold(match[0]),
      start: match.index,
    }));
  }

  get done(): boolean {
    return this.at >= this.words.length;
  }

  /** What is left as it was typed. */
  get rest(): string {
    const next = this.words[this.at];
    return next ? this.line.slice(next.start).trim() : '';
  }

  get foldedRest(): string {
    return fold(this.rest);
  }

  /** Everything before what is left: what a completion is put behind. */
  get before(): string {
    const next = this.words[this.at];
    const head = next ? this.line.slice(0, next.start) : this.line;
    return head.trim() === '' ? '' : `${head.trimEnd()} `;
  }

  peek(ahead = 0): string {
    return this.words[this.at + ahead]?.raw ?? '';
  }

  take(count = 1): string {
    const taken = this.words.slice(this.at, this.at + count);
    this.at += taken.length;
    return taken.map((word) => word.raw).join(' ');
  }

  /** The thing that the next words name, the longest name first; the words are taken when there is one. */
  takeNamed<T>(find: (folded: string) => T | undefined): T | undefined {
    for (let count = Math.min(LONGEST_NAME, this.words.length - this.at); count > 0; count--) {
      const name = this.words
        .slice(this.at, this.at + count)
        .map((word) => word.folded)
        .join(' ');
      const found = find(name);
      if (found !== undefined) {
        this.at += count;
        return found;
      }
    }
    return undefined;
  }
}
