// Names of models as runtimes write them: one model has many spellings, and a family has many versions.
import type { ValueDoc } from '../fields.ts';
import type { AgentMeaning, MeantModel } from '../meaning.ts';
import type { RuntimeId } from '../runtime.ts';

type ModelName = Pick<MeantModel, 'vendor' | 'family' | 'version'>;

const CLAUDE =
  /^claude-(?:(?<new>sonnet|opus|haiku|fable|mythos)-(?<version>\d+(?:[.-]\d{1,2})?)?|(?<older>\d+(?:[.-]\d{1,2})?)-(?<old>sonnet|opus|haiku))(?:-|$)/;
const GPT = /^gpt-(?<version>\d+(?:\.\d+)?)(?<rest>[a-z0-9-]*)$/;
const GEMINI = /^gemini-(?<version>\d+(?:\.\d+)?)-(?<family>pro|flash-lite|flash)(?:-preview)?$/;

/** `claude-sonnet-4-5-20250929`, `claude-sonnet-4.5`, `Claude Sonnet 4.5 (copilot)`, `claude-4-sonnet`, `gpt-5-mini`. */
export function readModelName(written: string): ModelName {
  const id = written
    .trim()
    .toLowerCase()
    .replace(/ *\([^()]*\)$/, '')
    .replaceAll(' ', '-')
    .replace(/\[1m\]$/, '')
    .replace(/-\d{8}$/, '');
  const claude = CLAUDE.exec(`${id}-`)?.groups;
  if (claude) {
    const version = (claude.version ?? claude.older)?.replace('-', '.') ?? null;
    return { vendor: 'anthropic', family: claude.new ?? claude.old ?? id, version };
  }
  const gpt = GPT.exec(id)?.groups;
  if (gpt) return { vendor: 'openai', family: `gpt${gpt.rest}`, version: gpt.version ?? null };
  const gemini = GEMINI.exec(id)?.groups;
  if (gemini) return { vendor: 'google', family: gemini.family ?? id, version: gemini.version ?? null };
  return { vendor: null, family: id, version: null };
}

/** Two names of one model. */
export function isSameModel(one: ModelName, other: ModelName): boolean {
  return isSameFamily(one, other) && one.version === other.version;
}

export function isSameFamily(one: ModelName, other: ModelName): boolean {
  return one.family === other.family && one.vendor === other.vendor;
}

/** How one runtime spells models. */
export interface ModelSpelling {
  readonly id: RuntimeId;
  readonly offered: readonly ValueDoc[];
  read(written: string): ModelName;
  /** What it calls a model that it does not list, by the id its vendor gives it; undefined where it takes no such. */
  byId?(id: string, vendor: string): string | undefined;
}

/**
 * What a runtime calls a model: the same one, or else the newest of its family. Undefined where it has none of it, which
 * is then left to people to choose.
 */
export function spellModel(
  { runtime, model }: Pick<AgentMeaning, 'runtime' | 'model'>,
  { id: target, offered, read, byId }: ModelSpelling,
): string | undefined {
  if (!model) return undefined;
  if (runtime === target) return model.written;
  const named = offered.map(({ value }) => ({ value, name: read(value) }));
  const family = named.filter(({ name }) => isSameFamily(name, model));
  const same = family.find(({ name }) => name.version === model.version)?.value;
  const id = vendorId(model);
  return same ?? (id && model.vendor ? byId?.(id, model.vendor) : undefined) ?? newest(family)?.value;
}

function newest<Named extends { readonly name: ModelName }>(named: readonly Named[]): Named | undefined {
  return [...named].sort((one, other) => compareVersions(other.name.version, one.name.version))[0];
}

/** Whichever is current is newer than every version. */
function compareVersions(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const [a = [], b = []] = [one, other].map((version) => version.split('.').map(Number));
  return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
}

/** The id a vendor gives a model itself: `claude-sonnet-4-5`. Undefined where the version or the vendor is not known. */
export function vendorId({ vendor, family, version }: ModelName): string | undefined {
  if (version === null) return undefined;
  switch (vendor) {
    case 'anthropic':
      return `claude-${family}-${version.replace('.', '-')}`;
    case 'openai':
      return `gpt-${version}${family.slice('gpt'.length)}`;
    case 'google':
      return `gemini-${version}-${family}`;
    default:
      return undefined;
  }
}

/** The same where a runtime takes a list: what runs where the first is not available comes after it. */
export function spellModels(
  { runtime, model }: Pick<AgentMeaning, 'runtime' | 'model'>,
  spelling: ModelSpelling,
): string | readonly string[] | undefined {
  const spell = (each: MeantModel) => spellModel({ runtime, model: each }, spelling) ?? [];
  if (!model) return undefined;
  const others = model.others.map((written) => ({ written, others: [], ...spelling.read(written) }));
  const all = [...new Set([model, ...others].flatMap(spell))];
  return all.length > 1 ? all : all[0];
}
