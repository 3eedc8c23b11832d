// The answers to `agentwright/convertTargets` and `agentwright/convert`: agents as files of another runtime, in a project.
import { convert } from '../portability/convert.ts';
import { notConvertedInWords } from '../portability/obstacles.ts';
import { rootOf, sourceOf } from '../portability/source.ts';
import { runtimeInWords } from '../runtimes/causes.ts';
import { runtimeCalled, runtimes } from '../runtimes/registry.ts';
import { withoutMarks } from '../util/plainMarkdown.ts';
import { decoded } from '../util/uri.ts';
import { pathOf } from '../workspace/owners.ts';
import type { Analysis } from './analyses.ts';
import type { ConvertAnswer, ConvertParams, ConvertTarget } from './protocol.ts';

export function convertTargets(): ConvertTarget[] {
  const inProjects = runtimes.filter(({ places }) => places.some(({ scope }) => scope === 'project'));
  return inProjects.map(({ id, label, places, evidence }) => ({
    id,
    label,
    folder: places.find(({ scope }) => scope === 'project')?.path ?? '',
    isMeasured: evidence.source === 'measured',
  }));
}

/** Null for a target nobody knows. */
export function convertAgent(
  { document, identity }: Pick<Analysis, 'document' | 'identity'>,
  { to: id, model }: ConvertParams,
): ConvertAnswer | null {
  const to = runtimeCalled(id);
  if (!to) return null;
  const path = decoded(pathOf(document.uri));
  const source = sourceOf(identity, path);
  const label = source?.runtime.label ?? identity.owner?.label ?? identity.runtime;
  if (!source) return { ok: false, message: notConvertedInWords('unknown-runtime', label, to) };
  const request = { document, from: source.runtime, place: source.place, to };
  const converted = convert(model === undefined ? request : { ...request, model });
  if (!converted.ok) return { ok: false, message: notConvertedInWords(converted.reason, label, to) };
  return {
    ok: true,
    target: runtimeInWords(to),
    root: source.place.scope === 'project' ? rootOf(source, path) : null,
    path: converted.path,
    text: converted.text,
    losses: converted.losses.map(({ field, how, wider, message }) => {
      return { field, how, wider, message: withoutMarks(message) };
    }),
    models: to.models.map(({ value }) => value),
  };
}
