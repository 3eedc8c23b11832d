// What prompts of VS Code refer to by a mark: `#tool:` and `#file:`, for editors that do not know them.
import { describe, expect, test } from 'vitest';
import { type ListFolder, markHover, markItems } from '../../server/src/features/promptMarks.ts';
import { ASKED, type Trigger } from '../../server/src/features/trigger.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import { runtimeCalled } from '../../server/src/runtimes/registry.ts';

const HEAD = "---\ndescription: Reviews code\ntools: ['read', 'docs/find', 'kit/*']\n---\n\n";
const listFolder: ListFolder = async (folder) =>
  ({
    '': [
      { name: 'docs', kind: 'folder' },
      { name: 'notes.md', kind: 'file' },
    ],
    'docs/': [{ name: 'style.md', kind: 'file' }],
  })[folder] ?? null;

function open(marked: string, id = 'vscode') {
  const runtime = runtimeCalled(id);
  if (!runtime) throw new Error(id);
  const text = HEAD + marked;
  const document = parseDocument('file:///w/.github/agents/a.agent.md', text.replace('█', ''));
  const [folder] = runtime.places;
  const report = runtime.load(document, { scope: 'project', folder: folder?.path ?? '', path: 'a.agent.md' });
  return { document, loaded: { runtime, report }, offset: text.indexOf('█') };
}

/** The texts that the items leave, the label of each first. */
async function itemsAt(marked: string, trigger: Trigger = ASKED, id?: string): Promise<string[] | null> {
  const { document, loaded, offset } = open(marked, id);
  const items = await markItems(document, loaded, offset, { trigger, listFolder });
  return items?.map(({ label }) => label) ?? null;
}

async function textAfter(marked: string, label: string): Promise<string> {
  const { document, loaded, offset } = open(marked);
  const items = await markItems(document, loaded, offset, { trigger: ASKED, listFolder });
  const edit = items?.find((item) => item.label === label)?.textEdit;
  if (!edit || !('range' in edit)) throw new Error(`${label} is not offered`);
  const [start, end] = [edit.range.start, edit.range.end].map((position) => document.lines.offsetAt(position));
  return document.text.slice(HEAD.length, start) + edit.newText + document.text.slice(end);
}

function hoverAt(marked: string): string | null {
  const { document, loaded, offset } = open(marked);
  const hover = markHover(document, loaded, offset);
  return hover && (hover.contents as { value: string }).value;
}

describe('completion', () => {
  test('offers the marks once one has begun', async () => {
    expect(await itemsAt('Use #t█')).toEqual(['#tool:']);
    expect(await itemsAt('Use #█')).toEqual(['#tool:', '#file:']);
    expect(await itemsAt('Use #█', { kind: 'character', character: '#' })).toBeNull();
  });

  test('offers tools, those of the agent first', async () => {
    const labels = (await itemsAt('Use #tool:█')) ?? [];
    expect(labels.slice(0, 2)).toEqual(['read', 'docs/find']);
    expect(labels).toContain('search/textSearch');
    expect(new Set(labels).size).toBe(labels.length);
    expect(await textAfter('Use #tool:re█ad first.', 'read/readFile')).toBe('Use #tool:read/readFile first.');
    expect(await textAfter('Use #tool:█.', 'read')).toBe('Use #tool:read.');
  });

  test('offers what lies in the folder that is written', async () => {
    expect(await itemsAt('See #file:█')).toEqual(['docs/', 'notes.md']);
    expect(await textAfter('See #file:docs/█', 'style.md')).toBe('See #file:docs/style.md');
    expect(await itemsAt('See #file:none/█')).toEqual([]);
  });

  test.each(['Use `#tool:█`', '```\n#tool:█\n```\n', 'A word█', '# Heading █', 'a#t█'])(
    'is silent in %j',
    async (text) => {
      expect(await itemsAt(text)).toBeNull();
    },
  );

  test('is silent for a runtime without marks', async () => {
    expect(await itemsAt('Use #tool:█', ASKED, 'gemini-cli')).toBeNull();
  });
});

describe('hover', () => {
  test.each<[string, string, readonly string[] | null]>([
    ['a tool', 'Use #tool:re█ad here.', ['**read**']],
    ['a tool that `tools` leaves out', 'Use #tool:execute/runIn█Terminal.', ['**execute/runInTerminal**', '`tools`']],
    ['an earlier name', 'Use #tool:runCom█mands.', ['`execute`', '`tools`']],
    ['a tool of a listed server', 'Use #tool:kit/x█.', null],
    ['a file', 'See #file:docs/st█yle.md.', ['`docs/style.md`']],
    ['other text', 'See █docs.', null],
  ])('on %s', (_, text, parts) => {
    const said = hoverAt(text);
    if (parts === null) expect(said).toBeNull();
    else for (const part of parts) expect(said).toContain(part);
  });
});
