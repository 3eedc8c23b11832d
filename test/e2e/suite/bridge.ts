// The suite's way to the page around it: what only the window's DOM shows, such as widgets, webviews and pictures.
import { environment, type PageActions, type WebviewQuery } from '../protocol.ts';

/** The workbench page. Every call is one action of Playwright on it; see `PageActions`. */
export const page: PageActions = new Proxy({} as PageActions, {
  get:
    (_target, method) =>
    (...args: unknown[]) =>
      call(String(method), args),
});

export interface Webview {
  /** The text of the first element that matches (default: all of the webview); null when none does. */
  text(selector?: string): Promise<string | null>;
  texts(selector: string): Promise<string[]>;
  /** The HTML of the webview's document as it is now. */
  html(): Promise<string>;
  attribute(selector: string, name: string): Promise<string | null>;
  /** A computed style, such as `background-color`. */
  style(selector: string, property: string): Promise<string | null>;
  click(selector: string): Promise<void>;
  press(selector: string, key: string): Promise<void>;
  /** Whether it is on the page. */
  isOpen(): Promise<boolean>;
}

/** A webview of an extension: of the one under test unless another is named. Looked up anew at every call. */
export function webview(extension: string = process.env[environment.extension] ?? '', index = 0): Webview {
  const query: WebviewQuery = { extension, index };
  const isOpen = async () =>
    (await page.webviews()).filter((one) => one.toLowerCase().includes(extension.toLowerCase())).length > index;
  return {
    isOpen,
    texts: async (selector) => ((await isOpen()) ? page.webviewTexts(query, selector) : []),
    text: async (selector = 'body') =>
      (await isOpen()) ? ((await page.webviewTexts(query, selector))[0] ?? null) : null,
    html: () => page.webviewHtml(query),
    attribute: (selector, name) => page.webviewAttribute(query, selector, name),
    style: (selector, property) => page.webviewStyle(query, selector, property),
    click: (selector) => page.webviewClick(query, selector),
    press: (selector, key) => page.webviewPress(query, selector, key),
  };
}

async function call(method: string, args: unknown[]): Promise<unknown> {
  const url = process.env[environment.bridge];
  if (!url) throw new Error('this run has no bridge to its page');
  const response = await fetch(url, { method: 'POST', body: JSON.stringify({ method, args }) });
  const answer = (await response.json()) as { result?: unknown; error?: string };
  if (answer.error !== undefined)
    throw new Error(`page.${method}(${args.map((a) => JSON.stringify(a)).join(', ')}): ${answer.error}`);
  return answer.result;
}
