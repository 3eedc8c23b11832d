// The page side of the bridge: what a suite asks for, done with Playwright on the workbench page.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { screenshotFile } from '../../scripts/host/paths.ts';
import { WAIT_LIMIT_MS } from '../../scripts/waits.ts';
import type { PageActions, PageMessage, WebviewQuery } from './protocol.ts';

const timeout = WAIT_LIMIT_MS;

/** All actions on one page. Messages are collected from this call on. */
export function pageActions(page: Page): PageActions {
  const messages: PageMessage[] = [];
  page.on('console', (message) => messages.push({ type: message.type(), text: message.text() }));
  page.on('pageerror', (error) => messages.push({ type: 'error', text: String(error) }));
  return {
    async screenshot(name) {
      const path = screenshotFile(name);
      await mkdir(dirname(path), { recursive: true });
      await page.screenshot({ path, timeout, caret: 'initial' });
      return path;
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    click: (selector) => page.click(selector, { timeout }),
    hover: (selector) => page.hover(selector, { timeout }),
    texts: (selector) => textsIn(page.mainFrame(), selector),
    attribute: (selector, name) => attributeIn(page.mainFrame(), selector, name),
    style: (selector, property) => styleIn(page.mainFrame(), selector, property),
    resize: (width, height) => page.setViewportSize({ width, height }),
    messages: () => Promise.resolve(messages),
    webviews: () => Promise.resolve(contentFrames(page).map(({ extension }) => extension)),
    webviewTexts: (webview, selector) => textsIn(frameOf(page, webview), selector),
    webviewHtml: (webview) => frameOf(page, webview).content(),
    webviewAttribute: (webview, selector, name) => attributeIn(frameOf(page, webview), selector, name),
    webviewStyle: (webview, selector, property) => styleIn(frameOf(page, webview), selector, property),
    webviewClick: (webview, selector) => frameOf(page, webview).click(selector, { timeout }),
    webviewPress: (webview, selector, key) => frameOf(page, webview).press(selector, key, { timeout }),
  };
}

/** The innermost frames, where webviews have their content. The frame around each names its extension in its address. */
function contentFrames(page: Page): { extension: string; frame: Frame }[] {
  return page.frames().flatMap((frame) => {
    const around = frame.parentFrame();
    if (!around || frame.isDetached()) return [];
    const extension = new URL(around.url(), 'http://none').searchParams.get('extensionId');
    return extension ? [{ extension, frame }] : [];
  });
}

function frameOf(page: Page, { extension, index = 0 }: WebviewQuery): Frame {
  const all = contentFrames(page);
  const found = all.filter((candidate) => candidate.extension.toLowerCase().includes(extension.toLowerCase()))[index];
  if (found) return found.frame;
  const there = all.map((candidate) => candidate.extension).join(', ') || 'none';
  throw new Error(`no webview ${index} of “${extension}” on the page; there: ${there}`);
}

// All three ask once and do not wait: an element that goes in the meantime is as good as none.

async function textsIn(frame: Frame, selector: string): Promise<string[]> {
  return frame.locator(selector).allTextContents();
}

async function attributeIn(frame: Frame, selector: string, name: string): Promise<string | null> {
  const read = (elements: Element[], wanted: string) => elements[0]?.getAttribute(wanted) ?? null;
  return frame.locator(selector).evaluateAll(read, name);
}

async function styleIn(frame: Frame, selector: string, property: string): Promise<string | null> {
  const read = ([first]: Element[], wanted: string) =>
    first ? getComputedStyle(first).getPropertyValue(wanted) : null;
  return frame.locator(selector).evaluateAll(read, property);
}
