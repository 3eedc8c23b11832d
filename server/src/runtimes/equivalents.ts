// What a name of one runtime is called in another: keys by their role, tools by what they do. No runtime knows the other.
import type { Runtime } from './runtime.ts';

/** The key of `target` for what another runtime's key is about; null where none knows the key, or `target` has no such. */
export function equivalentKey(key: string, target: Runtime, all: readonly Runtime[]): string | null {
  for (const { fields } of all) {
    const role = fields.get(key)?.role;
    const own = role && target.fields.all.find((field) => field.role === role);
    if (own && own.key !== key) return own.key;
  }
  return null;
}

/** The name in `target` of a tool that another runtime calls `name`; null where nobody has it, or `target` has not. */
export function equivalentTool(name: string, target: Runtime, all: readonly Runtime[]): string | null {
  // `Bash(git *)` restricts a tool; what is left of it is the tool.
  const bare = name.replace(/\(.*$/s, '');
  // Where somebody calls a tool exactly so, that is what is meant, even where others take the name for a near one; and a
  // tool that only its own runtime has stands for nothing else.
  const declared = all.flatMap(({ tools }) => tools.all.filter(({ value }) => value === bare));
  const meant =
    declared.length > 0 ? declared.map(({ canonical }) => canonical) : all.map(({ tools }) => tools.canonical(bare));
  for (const canonical of meant) {
    const own = canonical && target.tools.own(canonical);
    if (own) return own === name ? null : own;
  }
  return null;
}
