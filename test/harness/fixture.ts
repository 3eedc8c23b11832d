// Reads fixtures of several files: `//- path` starts a file, `█` is the cursor in one of them. A fixture without a
// cursor, with two, or with text before the first file fails.

export interface Fixture {
  /** By path, relative to the workspace folder; `~/` for the user's own. */
  readonly files: Readonly<Record<string, string>>;
  /** The file with the cursor. */
  readonly path: string;
  /** UTF-16 offset. */
  readonly offset: number;
}

const CURSOR = '█';

export function readFixture(fixture: string): Fixture {
  const [before, ...parts] = fixture.replace(/^\n/, '').split(/^\/\/- /m);
  if (before !== '') throw new Error(`a fixture begins with "//- path": ${JSON.stringify(before)}`);
  const marked = parts.map((part): [string, string] => {
    const end = part.indexOf('\n');
    return [part.slice(0, end).trim(), part.slice(end + 1)];
  });
  const withCursor = marked.filter(([, text]) => text.includes(CURSOR));
  const [path, text] = withCursor[0] ?? ['', ''];
  if (withCursor.length !== 1 || text.split(CURSOR).length !== 2) throw new Error('a fixture has one cursor █');
  const files = Object.fromEntries(marked.map(([name, content]) => [name, content.replace(CURSOR, '')]));
  return { files, path, offset: text.indexOf(CURSOR) };
}
