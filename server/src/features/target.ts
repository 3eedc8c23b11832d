// What the name at the cursor refers to: an agent, a skill, an MCP server, a heading, or a file.

import type { AgentDocument } from '../model/document.ts';
import type { Heading, Link } from '../model/markdown.ts';
import type { KnownAgent, KnownServer, KnownSkill } from '../rules/workspaceView.ts';
import { entryOf } from '../runtimes/entries.ts';
import type { IndexedReport } from '../runtimes/indexed.ts';
import type { Reference } from '../runtimes/reference.ts';
import { indexed } from '../runtimes/registry.ts';
import { headingSlugs } from '../text/slug.ts';
import { contains, type Span, slice } from '../util/text.ts';
import { decoded } from '../util/uri.ts';
import type { AgentIndex } from '../workspace/agentIndex.ts';

/** A document and its surrounding workspace. */
export interface Surroundings {
  readonly document: AgentDocument;
  readonly load: IndexedReport;
  readonly index: AgentIndex;
}

export type Target =
  | { readonly kind: 'agent'; readonly span: Span; readonly agent: KnownAgent; readonly own: boolean }
  | { readonly kind: 'skill'; readonly span: Span; readonly skills: readonly KnownSkill[] }
  | { readonly kind: 'server'; readonly span: Span; readonly servers: readonly KnownServer[] }
  | { readonly kind: 'heading'; readonly span: Span; readonly heading: Heading }
  | { readonly kind: 'file'; readonly span: Span; readonly path: string };

/** Null if the cursor is not on a reference. */
export function targetAt(around: Surroundings, offset: number): Target | null {
  return ownName(around, offset) ?? referenceAt(around, offset) ?? linkAt(around.document, offset);
}

/** The value of `name`: the agent in this file. */
function ownName({ document, load, index }: Surroundings, offset: number): Target | null {
  const entry = entryOf(load.reading, 'name');
  const own = index.agentAt(document.uri);
  if (!entry || !own || own.writtenName === null || !contains(entry.valueSpan, offset)) return null;
  const { start, end } = own.nameRange;
  const span = { start: document.lines.offsetAt(start), end: document.lines.offsetAt(end) };
  return { kind: 'agent', span, agent: own, own: true };
}

function referenceAt(around: Surroundings, offset: number): Target | null {
  const { document, load, index } = around;
  const reference = indexed.referencesIn(document, load.reading).find(({ span }) => contains(span, offset));
  if (!reference) return null;
  const { name, span } = reference;
  switch (reference.to) {
    case 'agent':
      return agentOrSkill(around, reference);
    case 'skill':
      return skillTarget(around, reference);
    case 'mcp-server': {
      const servers = (index.serversFor(document.uri) ?? []).filter((server) => server.name === name);
      return servers.length > 0 ? { kind: 'server', span, servers } : null;
    }
  }
}

/** A name in the text that is not an agent's may be a skill's. */
function agentOrSkill(around: Surroundings, reference: Reference): Target | null {
  const [nearest] = around.index.agentsCalled(reference.name, around.document.uri);
  if (nearest) return { kind: 'agent', span: reference.span, agent: nearest, own: false };
  return skillTarget(around, reference);
}

function skillTarget({ document, index }: Surroundings, { name, span }: Reference): Target | null {
  const skills = index.skillsCalled(name, document.uri);
  return skills.length > 0 ? { kind: 'skill', span, skills } : null;
}

function linkAt(document: AgentDocument, offset: number): Target | null {
  const link = document.markdown.links.find(({ span }) => contains(span, offset));
  if (link) return targetOfLink(document, link);
  const path = pathsInCode(document).find(({ span }) => contains(span, offset));
  return path ? { kind: 'file', ...path } : null;
}

export function targetOfLink(document: AgentDocument, { target, targetSpan: span }: Link): Target | null {
  if (target.startsWith('#')) {
    const heading = headingOfAnchor(document, target.slice(1));
    return heading ? { kind: 'heading', span, heading } : null;
  }
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return null;
  const path = decoded(target.replace(/[?#].*$/, ''));
  return path === '' ? null : { kind: 'file', span, path };
}

function headingOfAnchor(document: AgentDocument, anchor: string): Heading | undefined {
  let known = anchors.get(document);
  if (!known) {
    const { headings } = document.markdown;
    known = new Map(headingSlugs(headings).flatMap((slug, at) => (headings[at] ? [[slug, headings[at]]] : [])));
    anchors.set(document, known);
  }
  return known.get(decoded(anchor).toLowerCase());
}

/** Every link of a document may lead to one of its headings. */
const anchors = new WeakMap<AgentDocument, ReadonlyMap<string, Heading>>();

export interface WrittenPath {
  readonly path: string;
  readonly span: Span;
}

/** `docs/STANDARDS.md`: relative paths in backticks, outside code blocks. */
export function pathsInCode(document: AgentDocument): WrittenPath[] {
  const found: WrittenPath[] = [];
  for (const { start, end } of document.markdown.prose) {
    for (const match of slice(document.text, { start, end }).matchAll(PATH_IN_CODE)) {
      const path = match[1] ?? '';
      const from = start + match.index + 1;
      found.push({ path: path.replace(/^\.\//, ''), span: { start: from, end: from + path.length } });
    }
  }
  return found;
}

const PATH_IN_CODE = /`((?:\.{1,2}\/){0,4}(?:[\w@.-]{1,100}\/){0,12}[\w@.-]{1,100}\.[A-Za-z][A-Za-z0-9]{0,9})`/g;
