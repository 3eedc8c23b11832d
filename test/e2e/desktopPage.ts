// The page of a desktop VS Code, reached through its remote debugging port.
import { chromium, type Page } from 'playwright-core';
import { onEnd } from '../../scripts/host/cleanup.ts';
import { until } from '../../scripts/waits.ts';

/** Waits for the workbench window behind a remote debugging port. */
export function desktopPage(port: number): Promise<Page> {
  return until(async () => {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const pages = browser.contexts().flatMap((context) => context.pages());
    const page = pages.find((candidate) => candidate.url().includes('workbench'));
    if (page) onEnd(() => browser.close());
    else await browser.close();
    return page;
  }, `a workbench window behind the debugging port ${port}`);
}
