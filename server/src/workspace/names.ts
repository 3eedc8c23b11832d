// How names are compared: the Agent tool takes no account of case and separators.

/** Documented since 2.1.140: `subagent_type` is looked up whatever its case and separators. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, '');
}

/** The part after the plugin and its folders. */
export function bareName(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}
