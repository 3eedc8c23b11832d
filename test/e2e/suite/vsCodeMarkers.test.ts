// What VS Code marks in agent files of its own format, compared with what our loader says of them, and with what the
// editor shows of ours beside it: nothing twice, and nothing that VS Code contradicts.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { codesOf, type Marker, type MarkerRow, markerAgreement } from '../../../scripts/conformance/vsCode.ts';
import { type AgentFile, VS_CODE_FILES } from '../../../scripts/conformance/vsCodeFiles.ts';
import { environment } from '../protocol.ts';
import { note } from './agents.ts';
import { codeOf, diagnosticsNow, until, workspaceFile, writeFile } from './helpers.ts';

/** Editors side by side: VS Code marks only what is visible. */
const AT_ONCE = 8;
const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

interface Seen {
  readonly row: MarkerRow;
  readonly ours: readonly vscode.Diagnostic[];
  readonly theirs: readonly vscode.Diagnostic[];
}

describe('agent files of VS Code itself', () => {
  const seen: Seen[] = [];

  before(async () => {
    const isPlain = ({ id, path, text }: AgentFile): boolean =>
      path === `corpus/${id}.agent.md` && !text.includes('\r');
    await lookIn(VS_CODE_FILES.filter(isPlain), slotPath, seen);
    await lookIn(
      VS_CODE_FILES.filter((file) => !isPlain(file)),
      ({ path }) => path,
      seen,
    );
    const rows = seen.map(({ row }) => `${JSON.stringify(row)}\n`).join('');
    writeFileSync(join(process.env[environment.output] ?? '', `vscode-${vscode.version}.jsonl`), rows);
  });

  it('are marked by VS Code as our loader says', () => {
    const { figures, disagreements } = markerAgreement(seen.map(({ row }) => row));
    for (const { question, agreed, total } of figures) note(`${question}: ${agreed}/${total} on ${seen.length} files`);
    assert.deepEqual(disagreements, []);
    assert.ok(seen.length >= 150);
  });

  it('have no marker twice in the editor', () => {
    // In those of Claude Code, a problem may name several runtimes at once.
    const own = seen.filter(({ row }) => !row.path.startsWith('.claude/'));
    const doubled = own.flatMap(({ row, ours, theirs }) =>
      ours
        .filter((one) => theirs.some((other) => isSaidTwice(one, other)))
        .map((one) => `${row.id}: ${codeOf(one)} ${one.message}`),
    );
    assert.deepEqual(doubled, []);
  });
});

/** Where a name does not matter, one file takes the text of the next: opening one takes longer than all else. */
function slotPath(_: AgentFile, index: number): string {
  return `corpus/slot-${index % AT_ONCE}.agent.md`;
}

/** Looks at files, some at a time. Adds what is seen. */
async function lookIn(
  files: readonly AgentFile[],
  pathOf: (file: AgentFile, index: number) => string,
  seen: Seen[],
): Promise<void> {
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const batch = files.slice(at, at + AT_ONCE);
    const documents: vscode.TextDocument[] = [];
    for (const [index, file] of batch.entries()) {
      documents.push(await show(pathOf(file, at + index), file.text, index + 1));
    }
    const found = batch.map(async (file, index) => {
      const document = documents[index] as vscode.TextDocument;
      const [ours, theirs] = await until(() => settled(document, file), `the markers of ${file.id}`);
      const markers = theirs.map((one) => toMarker(document, one)).sort(inOrder);
      seen.push({ row: { ...file, markers }, ours, theirs });
    });
    await Promise.all(found);
  }
}

/** Writes a text into the document at a path that is open in a column, or opens it there. */
async function show(path: string, text: string, viewColumn: number): Promise<vscode.TextDocument> {
  const uri = workspaceFile(path);
  const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  if (!open) {
    await writeFile(path, text);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: false });
    return document;
  }
  const edit = new vscode.WorkspaceEdit();
  const last = open.document.lineAt(open.document.lineCount - 1).range.end;
  edit.replace(uri, new vscode.Range(new vscode.Position(0, 0), last), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
  return open.document;
}

/** The link and the heading that a file ends with are marked: by VS Code and by us. */
function settled({ uri }: vscode.TextDocument, { id }: AgentFile): [vscode.Diagnostic[], vscode.Diagnostic[]] | null {
  const ours = diagnosticsNow(uri);
  // Theirs name no source.
  const theirs = diagnosticsNow(uri, null).filter(({ source }) => !source);
  const isMarked = theirs.some(({ message }) => message.includes(`'missing-${id}.md'`));
  return isMarked && ours.some(({ message }) => message.includes(`“${id}”`)) ? [ours, theirs] : null;
}

function toMarker(document: vscode.TextDocument, { severity, message, range }: vscode.Diagnostic): Marker {
  return {
    severity: SEVERITIES[severity] ?? 'error',
    message: withoutLists(message),
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
  };
}

/** What is listed at the end, and where a file would lie, differ from one workspace to the next. */
function withoutLists(message: string): string {
  return message.replace(/\.? (?:Supported(?: properties are)?|Available agents|Valid scopes|not found at)\b.*$/s, '.');
}

function inOrder(one: Marker, other: Marker): number {
  return one.start - other.start || one.message.localeCompare(other.message);
}

/** Ours is of a code under which we say what theirs says, in the same place. */
function isSaidTwice(ours: vscode.Diagnostic, theirs: vscode.Diagnostic): boolean {
  return codesOf(theirs.message).includes(codeOf(ours)) && ours.range.intersection(theirs.range) !== undefined;
}
