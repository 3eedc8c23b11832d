// What a plain reader makes of front matter. The only importer of gray-matter.
import matter from 'gray-matter';

export type PlainReading =
  | { readonly ok: true; readonly data: unknown }
  | {
      readonly ok: false;
      readonly message: string /** Zero-based line within the YAML text. */;
      readonly line: number;
    };

/**
 * What a reader that follows the YAML specification makes of a YAML text: gray-matter, which most other tools use.
 * Options are always passed, because without them gray-matter caches globally and hides errors the second time; its
 * engines that execute code are replaced. `language` is what may stand behind the opening dashes.
 */
export function readPlainly(inner: string, language = 'yaml'): PlainReading {
  try {
    return { ok: true, data: matter(`---\n${inner}\n---\n`, { language, engines: SAFE_ENGINES }).data };
  } catch (error) {
    const { reason, mark, message } = error as { reason?: string; mark?: { line?: number }; message?: string };
    return { ok: false, message: reason ?? message ?? 'unreadable', line: Math.max(0, (mark?.line ?? 1) - 1) };
  }
}

function refuse(): never {
  throw new Error('front matter is data and is never executed');
}

const SAFE_ENGINES = { js: refuse, javascript: refuse, coffee: refuse, json: { parse: JSON.parse } };
