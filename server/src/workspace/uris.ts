// URIs as keys: one spelling for each file, and the way from a folder to what lies in it and back.
import { URI } from 'vscode-uri';
import { decoded } from '../util/uri.ts';

/** A URI in which nothing can be spelt in two ways. */
const PLAIN = /^[a-z][a-z0-9+.-]*:\/\/(?:\/(?![A-Za-z]:)|[a-z])[\w./~-]*$/;

/** Editors and runtimes escape different characters; this is the one spelling used for keys. Never throws. */
export function normalizeUri(uri: string): string {
  if (PLAIN.test(uri)) return uri;
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** Without a final slash. */
export function normalizeFolder(uri: string): string {
  return normalizeUri(uri).replace(/\/+$/, '');
}

export function childUri(folder: string, name: string): string {
  return `${folder}/${escapeSegment(name)}`;
}

/** As `vscode-uri` escapes, so that the result is normal. */
function escapeSegment(segment: string): string {
  if (/^[\w.~-]*$/.test(segment)) return segment;
  return encodeURIComponent(segment).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

export function parentUri(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** The last part of the path, decoded. */
export function baseName(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1));
}

/** The folder and all above it, nearest first. */
export function selfAndParents(folder: string): string[] {
  const found: string[] = [];
  const root = folder.indexOf('/', folder.indexOf('://') + 3);
  for (let at = folder; at.length > root && at !== ''; at = parentUri(at)) found.push(at);
  return found;
}

/** A path of a manifest, such as `./plugins/a`, from the folder it is relative to; null where it leads out of the root. */
export function resolvePath(folder: string, path: string): string | null {
  let at = folder;
  for (const segment of path.replaceAll('\\', '/').split('/')) {
    if (segment === '' || segment === '.') continue;
    at = segment === '..' ? parentUri(at) : childUri(at, segment);
    if (!at.includes('://') || at.endsWith('://')) return null;
  }
  return at;
}
