// What the suite in the extension host may ask of the page around it, and the environment both sides share.

/** Names of environment variables set by the runner and read in the extension host. */
export const environment = {
  /** The file results are written to. */
  results: 'AGENTWRIGHT_E2E_RESULTS',
  /** The address of the bridge to the page. */
  bridge: 'AGENTWRIGHT_E2E_BRIDGE',
  /** Only tests whose full title matches this regular expression. */
  grep: 'AGENTWRIGHT_E2E_GREP',
  /** A folder in which runs beside each other claim the suite files they take; left out where one run takes all. */
  claims: 'AGENTWRIGHT_E2E_CLAIMS',
  /** The identifier of the extension under test. */
  extension: 'AGENTWRIGHT_E2E_EXTENSION',
  /** File names of the seed agents that were copied into `.claude/agents`, separated by commas. */
  seeds: 'AGENTWRIGHT_E2E_SEEDS',
  /** `desktop` or `browser`. */
  host: 'AGENTWRIGHT_E2E_HOST',
  /** The folder of what a run leaves behind to be kept, such as the markers of VS Code. */
  output: 'AGENTWRIGHT_E2E_OUTPUT',
} as const;

/** Lines of the suite's own report start with this; everything else an extension host prints only goes to the log. */
export const reportPrefix = '[e2e] ';

export interface Results {
  /** False while the run is going on: a file left so means that the window died. */
  finished: boolean;
  passed: number;
  failed: number;
  failures: { title: string; message: string }[];
  /** The test that was running when the file was last written. */
  running: string | null;
}

/** A message the page or one of its frames logged. */
export interface PageMessage {
  readonly type: string;
  readonly text: string;
}

/** Which webview is meant: part of its extension's identifier, and when that has several, their order on the page. */
export interface WebviewQuery {
  readonly extension: string;
  readonly index?: number;
}

/** Everything works on the workbench page; selectors are CSS, or what else Playwright understands. */
export interface PageActions {
  /** Saves a picture of the window and answers its file. */
  screenshot(name: string): Promise<string>;
  /** Presses keys where the focus is, in Playwright's wording: `Control+K`, `Enter`, `Escape`. */
  press(...keys: string[]): Promise<void>;
  /** Types text where the focus is. */
  type(text: string): Promise<void>;
  click(selector: string): Promise<void>;
  hover(selector: string): Promise<void>;
  /** The visible text of all elements that match; empty when none does. */
  texts(selector: string): Promise<string[]>;
  /** One attribute of the first element that matches; null when there is none. */
  attribute(selector: string, name: string): Promise<string | null>;
  /** A computed style of the first element that matches. */
  style(selector: string, property: string): Promise<string | null>;
  resize(width: number, height: number): Promise<void>;
  /** What the page and its webviews logged so far: errors of the content security policy are here. */
  messages(): Promise<PageMessage[]>;
  /** The extensions whose webviews are on the page, in order. */
  webviews(): Promise<string[]>;
  webviewTexts(webview: WebviewQuery, selector: string): Promise<string[]>;
  webviewHtml(webview: WebviewQuery): Promise<string>;
  webviewAttribute(webview: WebviewQuery, selector: string, name: string): Promise<string | null>;
  webviewStyle(webview: WebviewQuery, selector: string, property: string): Promise<string | null>;
  webviewClick(webview: WebviewQuery, selector: string): Promise<void>;
  webviewPress(webview: WebviewQuery, selector: string, key: string): Promise<void>;
}
