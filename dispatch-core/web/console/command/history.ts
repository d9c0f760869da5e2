const STORED_AS = 'commands';
/** More than a shift types twice. */
const KEPT = 50;

/** The lines of this tab, newest last. */
export class History {
  private lines: string[] = stored();
  private at = this.lines.length;

  add(line: string): void {
    this.lines = [...this.lines.filter((other) => other !== line), line].slice(-KEPT);
    this.at = this.lines.length;
    if (typeof sessionStorage !== 'undefined') sessionStorage.setItem(STORED_AS, JSON.stringify(this.lines));
  }

  /** The line before the one that is shown; the oldest stays. */
  older(): string | undefined {
    this.at = Math.max(0, this.at - 1);
    return this.lines[this.at];
  }

  /** The line after it; behind the newest there is an empty one. */
  newer(): string {
    this.at = Math.min(this.lines.length, this.at + 1);
    return this.lines[this.at] ?? '';
  }

  rewind(): void {
    this.at = this.lines.length;
  }
}

function stored(): string[] {
  try {
    const lines: unknown = JSON.parse(sessionStorage.getItem(STORED_AS) ?? '[]');
    return Array.isArray(lines) ? lines.filter((line): line is string => typeof line === 'string') : [];
  } catch {
    return [];
  }
}
