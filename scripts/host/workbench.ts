// The workbench in a page: its address with an extension under development, and opening it in a headless Chromium.
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumFlags } from './chromium.ts';
import { onEnd } from './cleanup.ts';

export interface WorkbenchTarget {
  /** Where the server answers. */
  readonly serverUrl: string;
  /** The folder to open, absolute. */
  readonly folder: string;
  /** A file to show at once, absolute. */
  readonly file?: string | undefined;
  /** Folders of extensions under development, absolute. */
  readonly extensions: readonly string[];
  /** A module that exports `run(): Promise<void>`; the window then runs it and reports its end. */
  readonly tests?: string;
  /** Runs the web entry of the extension in the page's worker instead of the server's extension host. */
  readonly kind?: 'web';
}

export interface WorkbenchWindow {
  readonly page: Page;
  /** The exit code of the test run, from `codeAutomationExit`; rejects when the page goes away before. */
  readonly exitCode: Promise<number>;
  close(): Promise<void>;
}

export interface WindowEvents {
  /** The extension host's console, as the workbench forwards it. */
  log?(type: string, text: string): void;
  /** Errors and warnings of the page itself. */
  page?(type: string, text: string): void;
  /** The page exists, before anything is loaded into it. */
  opened?(page: Page): void;
}

/** The address that opens a folder with extensions under development. */
export function workbenchUrl(target: WorkbenchTarget): string {
  const { host } = new URL(target.serverUrl);
  const remote = (path: string) => `vscode-remote://${host}${slashed(path)}`;
  const payload: [string, string][] = target.extensions.map((path) => ['extensionDevelopmentPath', remote(path)]);
  if (target.tests) payload.push(['extensionTestsPath', remote(target.tests)]);
  if (target.file) payload.push(['openFile', remote(target.file)]);
  if (target.kind) payload.push(['extensionDevelopmentKind', target.kind]);
  payload.push(['skipWelcome', 'true']);
  const query = new URLSearchParams({ folder: slashed(target.folder), payload: JSON.stringify(payload) });
  return `${target.serverUrl}/?${query.toString().replaceAll('+', '%20')}`;
}

/** Opens an address of the workbench in a headless Chromium and listens to its test run. */
export async function openWorkbench(url: string, executablePath: string, on: WindowEvents): Promise<WorkbenchWindow> {
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags], handleSIGINT: false });
  const forget = onEnd(() => browser.close());
  const close = async () => {
    forget();
    await browser.close();
  };
  try {
    const page = await newPage(browser);
    const exit = Promise.withResolvers<number>();
    exit.promise.catch(() => undefined); // a run without tests never asks
    await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => on.log?.(type, args.join(' ')));
    await page.exposeFunction('codeAutomationExit', (code: number) => exit.resolve(code));
    page.on('console', (message) => on.page?.(message.type(), message.text()));
    page.on('pageerror', (error) => on.page?.('error', String(error)));
    page.on('crash', () => exit.reject(new Error('the page crashed')));
    browser.on('disconnected', () => exit.reject(new Error('the browser ended')));
    on.opened?.(page);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return { page, exitCode: exit.promise, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => undefined);
  return context.newPage();
}

function slashed(path: string): string {
  const forward = path.replaceAll('\\', '/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}
