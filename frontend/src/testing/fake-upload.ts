import type { FakeServer } from './fake-server.js';

/** The browser's other way to the network: uploads reach the same fake server, when the test lets them go on. */
export const fakeUploads = (server: FakeServer) => {
  const waiting: (() => Promise<void>)[] = [];
  class FakeXhr {
    readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
    response: unknown;
    status = 0;
    onload?: () => void;
    onerror?: () => void;
    onabort?: () => void;
    private asked = { method: '', url: '' };
    private aborted = false;

    open(method: string, url: string): void {
      this.asked = { method, url };
    }
    setRequestHeader(): void {}
    send(): void {
      this.upload.onprogress?.({ loaded: 40, total: 100 });
      waiting.push(async () => {
        if (this.aborted) return;
        try {
          const answer = await server.fetch(this.asked.url, { method: this.asked.method });
          this.status = answer.status;
          this.response = await answer.json();
          this.onload?.();
        } catch {
          this.onerror?.();
        }
      });
    }
    abort(): void {
      this.aborted = true;
      this.onabort?.();
    }
  }
  globalThis.XMLHttpRequest = FakeXhr as unknown as typeof XMLHttpRequest;
  return { goOn: async () => Promise.all(waiting.splice(0).map((go) => go())) };
};
