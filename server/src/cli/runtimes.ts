// `agentwright runtimes`: which runtimes are known, on what each was measured, and where it reads agents.
import { UNSUPPORTED } from '../runtimes/readers.ts';
import { runtimes } from '../runtimes/registry.ts';
import type { Runtime } from '../runtimes/runtime.ts';

export function runtimesJson(all: readonly Runtime[] = runtimes): string {
  const known = all.map(({ id, label, evidence, places }) => ({
    id,
    label,
    evidence: evidence.source,
    version: evidence.version,
    places: places.map(({ scope, path, extensions, nested }) => ({ scope, path, extensions, nested })),
  }));
  const unsupported = UNSUPPORTED.filter(({ id }) => !known.some((each) => each.id === id));
  return JSON.stringify({ runtimes: known, unsupported }, null, 2);
}

export function runtimesPretty(all: readonly Runtime[] = runtimes): string {
  const known = all.map((runtime) => [heading(runtime), ...placeLines(runtime)].join('\n'));
  const unsupported = UNSUPPORTED.filter(({ id }) => !all.some((each) => each.id === id));
  const others = unsupported.map(({ label, folders }) => `  ${label}: ${folders.join(', ')}`);
  const rest = ['Known by their folders only; their files get the checks that hold for any prompt', ...others];
  return [...known, rest.join('\n')].join('\n\n');
}

function heading({ id, label, evidence }: Runtime): string {
  const how = evidence.source === 'measured' ? 'measured on' : 'from the documentation of';
  const not = evidence.source === 'measured' ? '' : ', not measured';
  return `${label} (${id}), ${how} ${evidence.version}${not}`;
}

function placeLines({ places }: Runtime): string[] {
  return places.map(({ scope, path, extensions, nested, manifest }) => {
    const names = extensions.map((extension) => `*${extension}`).join(', ');
    const files = manifest === undefined ? names : `${names} (next to ${manifest})`;
    return `  ${scope.padEnd(9)} ${path === '' ? '' : `${path}/`}${nested || path === '' ? '**/' : ''}${files}`;
  });
}
