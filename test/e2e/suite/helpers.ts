// What suites do with an editor: diagnostics, completions, snippets, quick fixes, hovers, themes, the server's process.
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { until } from '../../../scripts/waits.ts';
import { environment } from '../protocol.ts';
import { page } from './bridge.ts';
import { rangeOf } from './files.ts';

export { page, type Webview, webview } from './bridge.ts';
export * from './files.ts';
export { until };

/** The extension under test, activated. */
export async function activated(): Promise<vscode.Extension<unknown>> {
  const id = process.env[environment.extension] ?? '';
  const extension = vscode.extensions.getExtension(id);
  if (!extension) throw new Error(`the extension “${id}” is not in this window`);
  await extension.activate();
  return extension;
}

/** The diagnostics of a file from one source; `null` is every source, also VS Code's own for agent files. */
export function diagnosticsNow(uri: vscode.Uri, source: string | null = 'agentwright'): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((one) => source === null || one.source?.toLowerCase() === source)
    .toSorted((a, b) => a.range.start.compareTo(b.range.start));
}

/** Waits until a file's diagnostics fulfil a condition (default: there are some), and answers them in order of place. */
export async function diagnostics(
  uri: vscode.Uri,
  condition: (all: readonly vscode.Diagnostic[]) => boolean = (all) => all.length > 0,
  source: string | null = 'agentwright',
): Promise<vscode.Diagnostic[]> {
  await until(() => condition(diagnosticsNow(uri, source)), `diagnostics of ${uri.path}`).catch((error: Error) => {
    const seen = diagnosticsNow(uri, null).map(
      (one) => `${one.range.start.line}:${one.range.start.character} ${one.source} ${codeOf(one)} ${one.message}`,
    );
    throw new Error(`${error.message}; diagnostics there:\n${seen.join('\n') || 'none'}`);
  });
  return diagnosticsNow(uri, source);
}

/** The code of a diagnostic as text. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}

/** What is offered at a place, as the editor itself would ask for it. */
export async function completions(
  uri: vscode.Uri,
  position: vscode.Position,
  trigger?: string,
): Promise<vscode.CompletionItem[]> {
  const command = 'vscode.executeCompletionItemProvider';
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(command, uri, position, trigger, 50);
  return list.items;
}

/** The label of a completion item as text. */
export function labelOf(item: vscode.CompletionItem): string {
  return typeof item.label === 'string' ? item.label : item.label.label;
}

/** Opens the suggestions at the cursor and answers the labels the widget shows. */
export async function suggest(): Promise<string[]> {
  const rows = '.suggest-widget.visible .monaco-list-row .label-name';
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  return until(async () => {
    const texts = await page.texts(rows);
    return texts.length > 0 ? texts : null;
  }, 'the suggestions to show');
}

/** Inserts a contributed snippet by its name at the cursor, and leaves the cursor in its first tab stop. */
export async function insertSnippet(editor: vscode.TextEditor, name: string): Promise<void> {
  const version = editor.document.version;
  const langId = editor.document.languageId;
  await vscode.commands.executeCommand('editor.action.insertSnippet', { langId, name });
  await until(() => editor.document.version > version, `the snippet “${name}” to be inserted`);
}

/** Goes to the next tab stop of the running snippet. */
export async function nextTabStop(): Promise<void> {
  await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
}

/** The texts selected in an editor: in a snippet, what its current tab stop holds. */
export function selected(editor: vscode.TextEditor): string[] {
  return editor.selections.map((selection) => editor.document.getText(selection));
}

/** The code actions at a range or at the first occurrence of a text. */
export async function codeActions(
  document: vscode.TextDocument,
  at: vscode.Range | string,
  kind: vscode.CodeActionKind = vscode.CodeActionKind.QuickFix,
): Promise<vscode.CodeAction[]> {
  const range = typeof at === 'string' ? rangeOf(document, at) : at;
  const command = 'vscode.executeCodeActionProvider';
  return vscode.commands.executeCommand<vscode.CodeAction[]>(command, document.uri, range, kind.value, 50);
}

/** Applies a code action: its edit, then its command. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit && !(await vscode.workspace.applyEdit(action.edit))) {
    throw new Error(`the edit of “${action.title}” was refused`);
  }
  const { command } = action;
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** The texts of all hovers at a place. */
export async function hovers(uri: vscode.Uri, position: vscode.Position): Promise<string[]> {
  const all = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return all.flatMap((hover) => hover.contents.map((part) => (typeof part === 'string' ? part : part.value)));
}

export type Theme = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

const themes: Record<Theme, { name: string; kind: vscode.ColorThemeKind; class: string }> = {
  light: { name: 'Default Light Modern', kind: vscode.ColorThemeKind.Light, class: 'vs' },
  dark: { name: 'Default Dark Modern', kind: vscode.ColorThemeKind.Dark, class: 'vs-dark' },
  'high-contrast': { name: 'Default High Contrast', kind: vscode.ColorThemeKind.HighContrast, class: 'hc-black' },
  'high-contrast-light': {
    name: 'Default High Contrast Light',
    kind: vscode.ColorThemeKind.HighContrastLight,
    class: 'hc-light',
  },
};

/** Switches the color theme and waits until the window shows it. */
export async function setTheme(theme: Theme): Promise<void> {
  const wanted = themes[theme];
  const settings = vscode.workspace.getConfiguration('workbench');
  await settings.update('colorTheme', wanted.name, vscode.ConfigurationTarget.Global);
  await until(() => vscode.window.activeColorTheme.kind === wanted.kind, `the ${theme} theme to be active`);
  const classes = async () => ((await page.attribute('.monaco-workbench', 'class')) ?? '').split(' ');
  await until(async () => (await classes()).includes(wanted.class), `the window to show the ${theme} theme`);
}

/** Changes a setting for the time of a test: answers the function that puts it back. */
export async function setting(name: string, value: unknown): Promise<() => Thenable<void>> {
  const old = vscode.workspace.getConfiguration().inspect(name)?.globalValue;
  const set = (to: unknown) => vscode.workspace.getConfiguration().update(name, to, vscode.ConfigurationTarget.Global);
  await set(value);
  return () => set(old);
}

/** Ids of processes that this extension host, or one of its children, started and whose command line matches. */
export function childProcesses(commandLine: RegExp): number[] {
  const windows = process.platform === 'win32';
  const query = 'Get-CimInstance Win32_Process | % { "$($_.ProcessId) $($_.ParentProcessId) $($_.CommandLine)" }';
  const output = windows
    ? execFileSync('powershell', ['-NoProfile', '-Command', query], { encoding: 'utf8' })
    : execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const all = output.split('\n').flatMap((line) => {
    const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return args === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args }];
  });
  const below = new Set([process.pid]);
  for (let size = 0; size !== below.size; ) {
    size = below.size;
    for (const { pid, parent } of all) if (below.has(parent)) below.add(pid);
  }
  return all
    .filter(({ pid, args }) => pid !== process.pid && below.has(pid) && commandLine.test(args))
    .map(({ pid }) => pid);
}
