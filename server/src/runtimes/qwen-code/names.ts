// Which names an agent of Qwen Code may have.

const RESERVED: ReadonlySet<string> = new Set(['self', 'system', 'user', 'model', 'tool', 'config', 'default', 'main']);

/** What is wrong with a name, phrased to follow "because"; null where nothing is. Measured. */
export function nameFault(written: string): string | null {
  const name = written.trim();
  if (name.length < 2) return 'a name has at least 2 characters';
  if (name.length > 50) return 'a name has at most 50 characters';
  if (!/^[\p{L}\p{N}_-]+$/u.test(name)) return 'a name has only letters, digits, hyphens and underscores';
  if (/^[-_]|[-_]$/.test(name)) return 'a name starts and ends with a letter or a digit';
  return RESERVED.has(name.toLowerCase()) ? `\`${name}\` is a reserved name` : null;
}
