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
  for (const { tools } of all) {
    // A tool that only its own runtime has stands for nothing else, even where another takes the name for a near one.
    if (tools.all.some(({ value, canonical }) => value === bare && canonical === null)) return null;
    const canonical = tools.canonical(bare);
    const own = canonical && target.tools.own(canonical);
    if (own) return own === name ? null : own;
  }
  return null;
}
