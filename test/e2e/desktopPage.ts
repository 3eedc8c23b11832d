// The page of a desktop VS Code, reached through its remote debugging port.
import { setTimeout as delay } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { onEnd } from '../../scripts/host/cleanup.ts';

/** Waits for the workbench window behind a remote debugging port. */
export async function desktopPage(port: number, timeoutMs = 30_000): Promise<Page> {
  const deadline = Date.now() + timeoutMs;
  let reason = 'no window';
  while (Date.now() < deadline) {
    try {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const pages = browser.contexts().flatMap((context) => context.pages());
      const page = pages.find((candidate) => candidate.url().includes('workbench'));
      if (page) {
        onEnd(() => browser.close());
        return page;
      }
      await browser.close();
    } catch (error) {
      reason = String(error);
    }
    await delay(250);
  }
  throw new Error(`no workbench window behind the debugging port ${port}: ${reason}`);
}
