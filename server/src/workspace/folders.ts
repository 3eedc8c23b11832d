// The folders above a document, as URIs: where links are looked for and where configuration lies.

/** Folders climbed at most where no workspace folder ends the climb sooner. */
const MAX_CLIMB = 8;

/** Nearest first, without a final slash, up to and with the workspace folder. Empty for a URI without a path. */
export function foldersAbove(documentUri: string, workspaceFolders: readonly string[]): string[] {
  const location = locate(documentUri, workspaceFolders);
  if (!location) return [];
  const { origin, segments, top } = location;
  const found: string[] = [];
  for (let depth = segments.length; depth >= top; depth--) found.push([origin, ...segments.slice(0, depth)].join('/'));
  return found;
}

/** URIs a relative link may mean: beside the file, then in each folder above. */
export function linkCandidates(documentUri: string, target: string, workspaceFolders: readonly string[]): string[] {
  const location = locate(documentUri, workspaceFolders);
  if (!location) return [];
  const { origin, segments, top } = location;
  const relative = target.replace(/^\/+/, '').split('/').map(encodeURIComponent);
  const found: string[] = [];
  for (let depth = segments.length; depth >= top; depth--) {
    const resolved = resolveSegments(segments.slice(0, depth), relative);
    if (resolved) found.push([origin, ...resolved].join('/'));
  }
  return found;
}

interface Location {
  /** Scheme and authority. */
  readonly origin: string;
  /** Folders of the document's path, outermost first. */
  readonly segments: readonly string[];
  /** The fewest segments to climb to. */
  readonly top: number;
}

function locate(documentUri: string, workspaceFolders: readonly string[]): Location | null {
  const schemeEnd = documentUri.indexOf('://') + 3;
  const authorityEnd = documentUri.indexOf('/', schemeEnd);
  if (schemeEnd < 3 || authorityEnd < 0) return null;
  const segments = documentUri
    .slice(authorityEnd + 1)
    .split('/')
    .slice(0, -1);
  const workspace = workspaceFolders.find((folder) => documentUri.startsWith(`${folder}/`));
  const top = workspace === undefined ? Math.max(0, segments.length - MAX_CLIMB) : depthOf(workspace, authorityEnd);
  return { origin: documentUri.slice(0, authorityEnd), segments, top };
}

function depthOf(folder: string, authorityEnd: number): number {
  return folder
    .slice(authorityEnd + 1)
    .split('/')
    .filter((segment) => segment !== '').length;
}

function resolveSegments(base: readonly string[], relative: readonly string[]): string[] | null {
  const result = [...base];
  for (const segment of relative) {
    if (segment === '..') {
      if (result.length === 0) return null;
      result.pop();
    } else if (segment !== '.' && segment !== '') {
      result.push(segment);
    }
  }
  return result;
}
