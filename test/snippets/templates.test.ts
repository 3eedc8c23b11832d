// The whole agents for runtimes other than Claude Code: each loads in its own runtime as it is, and nothing in it is lost.
import { describe, expect, test } from 'vitest';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { runtimeCompletionList } from '../../server/src/features/runtimeCompletion.ts';
import { sections } from '../../server/src/features/snippets/index.ts';
import { fillVariables, plainSnippet } from '../../server/src/features/snippets/snippet.ts';
import { templatesFor } from '../../server/src/features/snippets/templates.ts';
import { snippetVariables } from '../../server/src/features/snippets/variables.ts';
import { ASKED, type Trigger } from '../../server/src/features/trigger.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import type { Runtime } from '../../server/src/runtimes/runtime.ts';
import { analyzeText } from '../harness/analyzeText.ts';

const TODAY = '2026-11-25';
const others = runtimes.filter(({ id }) => id !== 'claude-code');

function pathIn({ places }: Runtime, stem: string): string {
  const [folder] = places;
  if (!folder) throw new Error('no place');
  return `${folder.path}/${stem}${folder.extensions[0]}`;
}

function plainOf(body: string, runtime: Runtime, stem: string): string {
  return plainSnippet(fillVariables(body, snippetVariables(`file:///w/${pathIn(runtime, stem)}`, TODAY, runtime)));
}

const all = others.flatMap((runtime) =>
  templatesFor(runtime).map((template) => [runtime.id, template.prefix, runtime, template] as const),
);

describe.each(all)('%s: %s', (_, __, runtime, { body }) => {
  test.each(['letter-writer', 'Letter Writer', 'ÄÖ'])('loads in %s.md as it is', (stem) => {
    const { foreign, problems } = analyzeText(pathIn(runtime, stem), plainOf(body, runtime, stem));
    expect(foreign?.report.outcome).toBe('loads');
    expect(foreign?.report.events.filter(({ effect }) => effect !== 'none')).toEqual([]);
    expect(problems.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  });

  test('numbers its tab stops in order', () => {
    const stops = [...body.matchAll(/\$\{(\d+)/g)].map(([, number]) => Number(number));
    expect(stops).toEqual(stops.map((_, index) => index + 1));
  });
});

test('the full one has what the runtime has of tools and models', () => {
  for (const runtime of others) {
    const full = templatesFor(runtime).find(({ prefix }) => prefix === 'agent-full')?.body ?? '';
    const wanted = runtime.fields.all.filter(({ role, required }) => required || role === 'model');
    for (const { key } of wanted) expect(full).toMatch(new RegExp(`^${key}:`, 'm'));
  }
});

test('a name is that of the file, as the runtime takes it', () => {
  const nameFor = (id: string, stem: string) => {
    const runtime = runtimes.find((each) => each.id === id);
    return snippetVariables(`file:///w/${stem}.md`, TODAY, runtime).name;
  };
  expect(nameFor('gemini-cli', 'Code Reviewer')).toBe('code-reviewer');
  expect(nameFor('gemini-cli', 'ÄÖ')).toBe('my-agent');
  expect(nameFor('qwen-code', 'reviewer')).toBe('reviewer');
  expect(nameFor('copilot-cli', 'reviewer.agent')).toBe('reviewer');
});

describe('completion', () => {
  const labelsAt = (runtime: Runtime, marked: string, trigger: Trigger = ASKED): string[] => {
    const document = parseDocument(`file:///w/${pathIn(runtime, 'x')}`, marked.replace('█', ''));
    const request = { snippets: true, today: TODAY, trigger };
    return runtimeCompletionList(document, runtime, marked.indexOf('█'), request).items.map(({ label }) => label);
  };

  test.each(others.map((runtime) => [runtime.id, runtime] as const))(
    '%s: offers them in an empty file',
    (_, runtime) => {
      expect(labelsAt(runtime, '█')).toEqual(templatesFor(runtime).map(({ prefix }) => prefix));
      expect(labelsAt(runtime, 'You write █')).toEqual([]);
    },
  );

  test.each(others.map((runtime) => [runtime.id, runtime] as const))(
    '%s: offers sections in the body',
    (_, runtime) => {
      expect(labelsAt(runtime, '---\nname: a\n---\n\n█\n')).toEqual(sections.map(({ prefix }) => prefix));
      expect(labelsAt(runtime, '---\n█\n---\n')).not.toContain('agent-hooks');
    },
  );
});

test.each(
  others.filter(({ evidence }) => evidence.source === 'measured').map((runtime) => [runtime.id, runtime] as const),
)('%s: an empty file has them as quick fixes', (_, runtime) => {
  const { document, problems } = analyzeText(pathIn(runtime, 'x'), '\n');
  const variables = snippetVariables(document.uri, TODAY, runtime);
  const actions = codeActions(document, problems, {
    span: { start: 0, end: 0 },
    version: 1,
    config: null,
    templates: { runtime, variables, tabStops: false },
  });
  const edits = actions.map(({ edit }) => JSON.stringify(edit ?? null));
  for (const { body } of templatesFor(runtime)) {
    const text = JSON.stringify(plainSnippet(fillVariables(body, variables)));
    expect(edits.filter((edit) => edit.includes(text))).toHaveLength(1);
  }
});
