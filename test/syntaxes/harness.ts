// Tokenises agent files with our injections over VS Code's own grammars, or over small stand-ins where VS Code is not there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

export interface Base {
  readonly label: string;
  /** Grammar file by scope name. */
  readonly files: ReadonlyMap<string, string>;
}

export type Tokenize = (text: string) => Token[][];

const ROOT = join(import.meta.dirname, '..', '..');
const INJECTIONS = ['agent-frontmatter', 'agent-tags'].map((name) => join(ROOT, 'syntaxes', `${name}.tmLanguage.json`));
const STAND_IN: Base = {
  label: 'stand-in grammars',
  files: filesByScope([join(import.meta.dirname, 'stand-in')]),
};

/** The bases every test runs on: always the stand-in, and VS Code's own where it is provisioned. */
export function bases(): Base[] {
  const extensions = vscodeExtensions();
  if (!extensions) return [STAND_IN];
  const folders = ['markdown-basics', 'prompt-basics', 'yaml', 'html'].map((name) =>
    join(extensions, name, 'syntaxes'),
  );
  return [STAND_IN, { label: 'VS Code’s grammars', files: filesByScope(folders) }];
}

export async function tokenizer(base: Base, rootScope: string, withInjections = true): Promise<Tokenize> {
  const own = new Map(INJECTIONS.map((file) => [scopeOf(file), file]));
  const registry = new textmate.Registry({
    onigLib: loadOniguruma(),
    loadGrammar: async (scope) => {
      const file = own.get(scope) ?? base.files.get(scope);
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
    getInjections: (scope) =>
      withInjections && (scope === 'text.html.markdown' || scope === 'text.html.markdown.prompt')
        ? [...own.keys()]
        : [],
  });
  const grammar = await registry.loadGrammar(rootScope);
  if (!grammar) throw new Error(`no grammar ${rootScope} in ${base.label}`);
  return (text) => {
    let state = textmate.INITIAL;
    return text.split('\n').map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
    });
  };
}

/** The scopes of a text: of the token that holds its first occurrence. */
export function scopesOf(lines: readonly Token[][], text: string): readonly string[] {
  for (const line of lines) {
    const token = line.find((each) => each.text.includes(text));
    if (token) return token.scopes;
  }
  throw new Error(`no token holds ${text}: ${JSON.stringify(lines.map((line) => line.map((each) => each.text)))}`);
}

function filesByScope(folders: readonly string[]): ReadonlyMap<string, string> {
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.tmLanguage.json'))
      .map((name) => join(folder, name)),
  );
  return new Map(files.map((file) => [scopeOf(file), file]));
}

function scopeOf(file: string): string {
  return JSON.parse(readFileSync(file, 'utf8')).scopeName;
}

function vscodeExtensions(): string | undefined {
  const provisioned = join(ROOT, '.vscode-test');
  if (!existsSync(provisioned)) return undefined;
  return readdirSync(provisioned)
    .filter((name) => name.startsWith('code-server-'))
    .map((name) => join(provisioned, name, 'node_modules/code-server/lib/vscode/extensions'))
    .find((folder) => existsSync(join(folder, 'markdown-basics', 'syntaxes')));
}

let onigurumaLoaded: Promise<textmate.IOnigLib> | undefined;

function loadOniguruma(): Promise<textmate.IOnigLib> {
  onigurumaLoaded ??= (async () => {
    const wasm = readFileSync(join(ROOT, 'node_modules/vscode-oniguruma/release/onig.wasm'));
    await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
    return {
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    };
  })();
  return onigurumaLoaded;
}
