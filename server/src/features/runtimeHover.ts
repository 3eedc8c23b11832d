// Hover for runtimes other than Claude Code: on keys, and on the fence and the name what the runtime does with the file.
import type { Hover } from 'vscode-languageserver-types';
import type { AgentDocument } from '../model/document.ts';
import { fenceSpan } from '../model/fence.ts';
import type { ForeignLoad } from '../rules/events.ts';
import { runtimeInWords, statementsOf } from '../runtimes/causes.ts';
import { contains } from '../util/text.ts';
import { fieldMarkdown } from './fieldDocs.ts';
import { makeHover, nestedHover } from './hoverParts.ts';

export function runtimeHover(document: AgentDocument, foreign: ForeignLoad, offset: number): Hover | null {
  const { frontMatter, keyLines } = document;
  if (frontMatter.state === 'missing') return null;
  const fence = fenceSpan(frontMatter);
  if (contains(fence, offset)) return makeHover(document, explainForeign(foreign), fence);
  const line = keyLines.find(({ keySpan }) => contains(keySpan, offset));
  const field = line && foreign.runtime.fields.get(line.key);
  if (!line) return nestedHover(document, offset, foreign.runtime.fields.get);
  if (!field) return null;
  const report = field.role === 'name' ? `\n\n---\n\n${explainForeign(foreign)}` : '';
  return makeHover(document, fieldMarkdown(field, foreign.runtime) + report, line.keySpan);
}

/** The report of a runtime as Markdown. */
export function explainForeign({ runtime, report }: ForeignLoad): string {
  const heading = `What ${runtimeInWords(runtime)} does with this file:`;
  return [
    heading,
    statementsOf(report, runtime)
      .map((statement) => `- ${statement}`)
      .join('\n'),
  ].join('\n\n');
}
