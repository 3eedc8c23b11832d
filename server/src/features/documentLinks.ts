// Document links: the targets of Markdown links, paths in backticks that exist, and anchors in this file.
import type { DocumentLink } from 'vscode-languageserver-types';
import type { AgentDocument } from '../model/document.ts';
import { existingFile, type FileContext } from './definition.ts';
import { toRange } from './range.ts';
import { pathsInCode, type Target, targetOfLink } from './target.ts';

/** A file with more links than anyone writes by hand must not keep the disk busy. */
const MOST_LINKS = 500;

/** Only existing targets become links: rules report the rest. */
export async function documentLinks(document: AgentDocument, context: FileContext): Promise<DocumentLink[]> {
  const written = document.markdown.links.flatMap((link) => targetOfLink(document, link) ?? []);
  const paths = pathsInCode(document).map((path): Target => ({ kind: 'file', ...path }));
  const targets = [...written, ...paths].slice(0, MOST_LINKS);
  const links = await Promise.all(targets.map((target) => toLink(document, target, context)));
  return links.filter((link) => link !== null);
}

async function toLink(document: AgentDocument, target: Target, context: FileContext): Promise<DocumentLink | null> {
  const range = toRange(document, target.span);
  if (target.kind === 'heading') {
    const line = document.lines.positionAt(target.heading.span.start).line + 1;
    return { range, target: `${document.uri}#L${line}` };
  }
  if (target.kind !== 'file') return null;
  const uri = await existingFile(document.uri, target.path, context);
  return uri === null ? null : { range, target: uri };
}
