import type { BrowserContext, WebSocketRoute } from '@playwright/test';

/** The browser's line to the server, which a story can cut: live sockets break, and nothing else gets through either. */
export class Line {
  private readonly open = new Set<WebSocketRoute>();
  private isUp = true;

  private constructor(private readonly context: BrowserContext) {}

  /** Before the page is opened: only sockets that are opened afterwards can be broken. */
  static async of(context: BrowserContext): Promise<Line> {
    const line = new Line(context);
    await context.routeWebSocket(/\/api\/v1\/live/, (socket) => line.pass(socket));
    return line;
  }

  async cut(): Promise<void> {
    this.isUp = false;
    await this.context.setOffline(true);
    await this.breakSockets();
  }

  /** Only the live sockets break, and no new one is let through; what is asked is still answered. */
  async cutSockets(): Promise<void> {
    this.isUp = false;
    await this.breakSockets();
  }

  async mend(): Promise<void> {
    this.isUp = true;
    await this.context.setOffline(false);
  }

  private async breakSockets(): Promise<void> {
    await Promise.all([...this.open].map((socket) => socket.close({ code: 1001 })));
    this.open.clear();
  }

  private pass(socket: WebSocketRoute): void {
    if (!this.isUp) {
      void socket.close({ code: 1001 });
      return;
    }
    socket.connectToServer();
    this.open.add(socket);
  }
}
