import type { BrowserContext } from '@playwright/test';
import { PAGES } from './api';

declare global {
  interface Window {
    /** Told by every document of a watched browser what its content security policy refused. */
    policyViolated?: (what: string) => void;
  }
}

/** Everything that must not happen in any story, in any page of a browser that is watched. */
export class Faults {
  private readonly found: string[] = [];
  private readonly allowed: RegExp[] = [];

  /** A story that provokes a fault says so; the browser itself calls every answer from 400 on an error. */
  allow(fault: RegExp): void {
    this.allowed.push(fault);
  }

  list(): string[] {
    return this.found.filter((fault) => !this.allowed.some((each) => each.test(fault)));
  }

  /** Before the first page is opened: script errors, refused content, dialogs, requests to anybody else. */
  async watch(context: BrowserContext): Promise<void> {
    const own = new URL(PAGES).host;
    context.on('weberror', (error) => this.found.push(`script error: ${error.error().stack ?? error.error().message}`));
    context.on('console', (message) => {
      if (message.type() === 'error') this.found.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('dialog', (dialog) => {
      this.found.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (/^(http|ws)/.test(url.protocol) && url.host !== own) this.found.push(`asked somebody else: ${request.url()}`);
    });
    await context.exposeBinding('policyViolated', (_, what: string) => this.found.push(`policy violated: ${what}`));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        window.policyViolated?.(`${event.effectiveDirective} by ${event.blockedURI} in ${event.sourceFile}:${event.lineNumber}`);
      });
    });
  }
}
