// What the suites know of agent files: where they live, how one is written, and what they look at again and again.
import * as vscode from 'vscode';
import { until } from '../../../scripts/waits.ts';
import { reportPrefix } from '../protocol.ts';
import { page, webview } from './bridge.ts';
import { rangeOf, seeds } from './files.ts';
import { childProcesses, codeOf, diagnostics } from './helpers.ts';

/** Where agents live, each with the language VS Code has for it. */
export const places = [
  { where: 'an agent of the project', folder: '.claude/agents', language: 'chatagent' },
  { where: 'an agent in a folder below', folder: '.claude/agents/team', language: 'markdown' },
  { where: 'an agent of a plugin', folder: 'toolbox/agents', language: 'markdown' },
] as const;

let drafts = 0;

/**
 * A path that no test has used before, because VS Code remembers text and problems of a file for a while. Its file is
 * always called as the agent in it is.
 */
export function draft(folder: string = places[0].folder): string {
  drafts += 1;
  // Each in a project or a folder of its own: agents of one name would take one another's place.
  return folder.startsWith('.claude/') ? `case-${drafts}/${folder}/draft.md` : `${folder}/case-${drafts}/draft.md`;
}

/** Files whose description holds a colon that YAML does not allow: ours, and the seed of that shape. */
export const repairedAgents = [
  '.claude/agents/event-architect.md',
  ...seeds().filter((path) => path.endsWith('/typescript-backend-architect.md')),
];

/** Files with nothing wrong in them and a contract: ours, and the seed of that shape. */
export const contractAgents = [
  '.claude/agents/queue-engineer.md',
  ...seeds().filter((path) => path.endsWith('/backend-engineer-typescript.md')),
];

/** The text of an agent with these lines in its front matter. */
export function agent(lines: string, body = 'Do it.\n'): string {
  return `---\nname: draft\ndescription: Drafts\n${lines}\n---\n\n${body}`;
}

/** The same text with the line ends of Windows. */
export function withCrlf(text: string): string {
  return text.replaceAll(/\r?\n/g, '\r\n');
}

/** Diagnostics as plain data, as they are compared. */
export function seen(document: vscode.TextDocument, all: readonly vscode.Diagnostic[]) {
  return all.map((one) => ({
    code: codeOf(one),
    severity: vscode.DiagnosticSeverity[one.severity],
    text: document.getText(one.range),
  }));
}

/** Problems a writer has to look at: errors and warnings. */
export function serious(all: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  return all.filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
}

const probe = 'zzz';

/**
 * The problems of a text the server has looked at for certain, also where there are none: a key nobody knows is written
 * under the opening fence, its problem awaited, and both are gone again.
 */
export async function settledDiagnostics({ document, edit }: vscode.TextEditor): Promise<vscode.Diagnostic[]> {
  const isProbe = (one: vscode.Diagnostic) => one.message.includes(`\`${probe}\``);
  await edit((builder) => builder.insert(new vscode.Position(1, 0), `${probe}: x\n`));
  await diagnostics(document.uri, (all) => all.some(isProbe));
  await edit((builder) => builder.delete(new vscode.Range(1, 0, 2, 0)));
  return diagnostics(document.uri, (all) => !all.some(isProbe));
}

/** The document's value of a top-level key that stands on one line. */
export function writtenValue(document: vscode.TextDocument, key: string): string {
  const line = document.lineAt(rangeOf(document, `\n${key}: `).start.line + 1).text;
  return line.slice(key.length + 2);
}

/** The language server's process id; waits until there is one. */
export function serverProcess(): Promise<number> {
  return until(() => childProcesses(/dist[\\/]server\.js/)[0], 'the language server to run');
}

/** The texts of a selector, once they are those: a list shows what one provider has before the others have answered. */
export function shownTexts(selector: string, isIt = (texts: string[]) => texts.length > 0): Promise<string[]> {
  return until(async () => {
    const texts = await page.texts(selector);
    if (isIt(texts)) return texts;
    throw new Error(`it has ${JSON.stringify(texts)}`);
  }, `“${selector}” to be shown`);
}

/** Opens the menu of quick fixes at the cursor and answers its entries. Problems that arrive late close it at first. */
export function quickFixMenu(): Promise<string[]> {
  const entries = '.action-widget .monaco-list-row.action';
  return opened('editor.action.quickFix', entries, (texts) => texts.length > 0);
}

/** Opens the hover at the cursor and waits for a text in it. Problems that are told anew close it. */
export function hoverAtCursor(text: string): Promise<string[]> {
  const contents = '.monaco-hover .hover-contents';
  return opened('editor.action.showHover', contents, (texts) => texts.join('\n').includes(text));
}

/** How often the page is looked at before a command is given again: doing that starts its work from the beginning. */
const LOOKS_PER_COMMAND = 40;

/** The texts of what a command opens, once they are those. What is not is closed: given again, the command would only focus it. */
function opened(command: string, selector: string, isIt: (texts: string[]) => boolean): Promise<string[]> {
  let looks = 0;
  return until(async () => {
    if (looks % LOOKS_PER_COMMAND === 0) {
      if (looks > 0) await page.press('Escape');
      await vscode.commands.executeCommand(command);
    }
    looks++;
    const texts = await page.texts(selector);
    if (isIt(texts)) return texts;
    throw new Error(`${selector} has ${JSON.stringify(texts)}`);
  }, `${command} to show something`);
}

/** The button in the editor title. It is there when the window knows that its editor has an agent. */
export const cardButton = '.editor-actions a[aria-label^="Open Agent Card"]';

/** Opens the card and waits until it shows what it has: the card of an earlier test may still be on its way out. */
export async function openCard(): Promise<void> {
  const open = vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.startsWith('Agent')));
  if (!open) await until(async () => !(await webview().isOpen()), 'an earlier card to be gone');
  await vscode.commands.executeCommand('agentwright.openCard');
  await until(() => webview().text('h1'), 'the card to be shown');
}

/** Messages and dialogs in front of the reader. */
export function popups(): Promise<string[]> {
  return page.texts('.notifications-toasts .notification-list-item-message, .monaco-dialog-box');
}

/** Prints a measurement under the test that made it. */
export function note(text: string): void {
  console.log(`${reportPrefix}    · ${text}`);
}
